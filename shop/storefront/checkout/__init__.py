"""The way from a cart to an order: what a buyer has said so far, its steps, and the way on when one is refused."""
