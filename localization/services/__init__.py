"""Writes of localization: one use case per file."""
