"""Fingerprints: of a cart's lines, to see that a quote still fits it, and of a request, to see that it is the same one."""

import hashlib
import json
from collections.abc import Mapping

from localization.sealed import fingerprint
from orders.values.requests import PlaceOrder


def cart_digest(market: str, quantities: Mapping[int, int]) -> str:
    """The fingerprint of so many pieces of each variant in a market."""
    return _sha([market, sorted(quantities.items())])


def request_digest(wish: PlaceOrder) -> str:
    """The fingerprint of all that a buyer asked for, but for the key itself."""
    asked = [wish.cart_token, wish.quote_id, wish.email, wish.language, wish.terms, wish.customer_id]
    if wish.identifier:
        # Its fingerprint under our key: a bare digest of so few possible numbers could be guessed.
        asked.append(fingerprint(wish.identifier, purpose="orders.request"))
    return _sha(asked)


def _sha(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()
