"""The rows of orders in the back office."""
