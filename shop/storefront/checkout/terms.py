"""Which version of the terms a buyer agrees to. A changed text gets a new version; the order keeps the one it was placed under."""

TERMS = "2026-11"
