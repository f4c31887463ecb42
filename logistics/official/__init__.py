"""Readers of official files: tariffs as customs authorities publish them, and correlation tables. Pure: text in, values out."""
