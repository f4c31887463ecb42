"""Webhooks of the shop."""
