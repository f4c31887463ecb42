"""What a buyer has said in checkout so far, kept on the server in their session: no address travels in a cookie."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest

from localization.addresses import Address
from localization.sealed import CannotUnseal, seal, unseal
from orders.services.open_quote import open_quote
from orders.values.requests import QuoteRequest
from shop.storefront.visit import Visit

_SESSION_KEY = "checkout"
_PURPOSE = "storefront.draft"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Address (with e-mail), freight service per warehouse, the quote made of them, and the terms agreed to.

    `identifier` is what customs asks of the buyer, in clear here and sealed in the session.
    `key` is the idempotency key under which the quote is ordered: one per quote, so that two tabs, a second press and
    a reload all find the same order. `order` is the token of the order made of it, "" before.
    """

    market: str = ""
    address: Address | None = None
    freight: Mapping[str, str] = field(default_factory=dict)
    quote_id: int | None = None
    key: str = ""
    terms: str = ""
    order: str = ""
    identifier: str = field(default="", repr=False)


def draft_of(request: HttpRequest, visit: Visit) -> Draft:
    """The draft of this market; what was said in another market's checkout does not count here."""
    kept = request.session.get(_SESSION_KEY)
    if not isinstance(kept, dict) or kept.get("market") != visit.market.code:
        return Draft(market=visit.market.code)
    return _thawed(kept)


def keep_draft(request: HttpRequest, draft: Draft) -> None:
    """Remember the draft. It outlives its order, so that the same form sent again finds that order again."""
    request.session[_SESSION_KEY] = {
        "market": draft.market,
        "address": draft.address.to_json() if draft.address else None,
        "freight": dict(draft.freight),
        "quote_id": draft.quote_id,
        "key": draft.key,
        "terms": draft.terms,
        "order": draft.order,
        "identifier": seal(draft.identifier, purpose=_PURPOSE) if draft.identifier else "",
    }


def with_quote(draft: Draft, *, cart_token: str) -> Draft:
    """The draft with a fresh quote of the cart as it is now, and a fresh key. Raises what `open_quote` raises."""
    quote_id = open_quote(
        QuoteRequest(
            cart_token=cart_token,
            country=draft.address.country if draft.address else "",
            address=draft.address,
            freight=draft.freight,
        )
    )
    return replace(draft, quote_id=quote_id, key=secrets.token_urlsafe(16), order="")


def _thawed(kept: Mapping[str, Any]) -> Draft:
    address = kept.get("address")
    return Draft(
        market=kept["market"],
        address=Address.from_json(address) if address else None,
        freight=kept.get("freight") or {},
        quote_id=kept.get("quote_id"),
        key=kept.get("key", ""),
        terms=kept.get("terms", ""),
        order=kept.get("order", ""),
        identifier=_opened(kept.get("identifier", "")),
    )


def _opened(sealed: str) -> str:
    """A key that was changed meanwhile costs the buyer a second typing, not the checkout."""
    try:
        return unseal(sealed, purpose=_PURPOSE) if sealed else ""
    except CannotUnseal:
        return ""
