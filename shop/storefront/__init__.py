"""Storefront of the shop."""
