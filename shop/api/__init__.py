"""Api of the shop."""
