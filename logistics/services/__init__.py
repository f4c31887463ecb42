"""Writes of logistics: one use case per file."""
