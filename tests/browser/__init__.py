"""Journeys in a real browser against the whole shop, started as its operator starts it."""
