"""The readers of official files."""
