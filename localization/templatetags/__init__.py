"""Template filters of localization."""
