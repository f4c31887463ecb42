"""Accounts of the shop."""
