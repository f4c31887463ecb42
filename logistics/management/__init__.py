"""Management of logistics."""
