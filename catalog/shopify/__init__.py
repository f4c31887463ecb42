"""Shopify's product CSV as values, both ways; pure: no rows of ours, no network."""
