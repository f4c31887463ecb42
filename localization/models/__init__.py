"""The tables of localization."""
