"""Management commands of the whole shop."""
