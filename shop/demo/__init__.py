"""Demo of the shop."""
