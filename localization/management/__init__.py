"""Commands of localization."""
