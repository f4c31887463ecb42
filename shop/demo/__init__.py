"""The demo shop's own catalogue: texts in six languages and drawn pictures, all original."""
