"""Public addresses of products: the merchant's own handle when it is free, else with the merchant's code."""

import hashlib
from collections.abc import Container

from django.utils.text import slugify


def public_handle(source_handle: str, merchant_code: str, taken: Container[str]) -> str:
    """A handle for URLs that is not in `taken`; a handle without Latin letters becomes a short fingerprint."""
    fingerprint = hashlib.sha256(source_handle.encode()).hexdigest()[:10]
    plain = slugify(source_handle) or f"product-{fingerprint}"
    choices = (plain, f"{plain}-{merchant_code}", f"{plain}-{merchant_code}-{fingerprint}")
    return next(choice for choice in choices if choice not in taken)
