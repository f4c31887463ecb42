"""Commands of orders, thin edges over its services."""
