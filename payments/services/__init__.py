"""Writes of payments: one use case per file."""
