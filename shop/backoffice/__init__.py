"""Backoffice of the shop."""
