"""Which version of the terms a buyer agrees to: a changed text is a new version, the order keeps its own."""

TERMS = "2026-11"
