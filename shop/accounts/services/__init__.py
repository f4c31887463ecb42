"""Writes of accounts: one use case per file."""
