"""The rows of payments in the back office."""
