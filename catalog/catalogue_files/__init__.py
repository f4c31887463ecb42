"""Catalogue folders: one YAML file per merchant and one of categories, read into values."""
