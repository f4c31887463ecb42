"""The rows of logistics in the back office."""
