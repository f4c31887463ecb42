"""Writes of catalog: one use case per file."""
