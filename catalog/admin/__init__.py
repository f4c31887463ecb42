"""The rows of catalog in the back office."""
