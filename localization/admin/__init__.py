"""The rows of localization in the back office."""
