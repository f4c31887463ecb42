"""From the cart to the order, as a buyer meets it."""
