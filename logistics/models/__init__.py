"""The tables of logistics."""
