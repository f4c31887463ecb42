"""What the edges ask of orders: a quote, and an order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from localization.addresses import Address


@dataclass(frozen=True, kw_only=True)
class QuoteRequest:
    """Ask for a frozen price of a cart, to an address or, while there is none, to a country.

    `freight` names the chosen freight service per warehouse code; a parcel without a choice gets the default one.
    """

    cart_token: str
    country: str
    address: Address | None = None
    freight: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PlaceOrder:
    """Ask for an order of exactly what a quote says.

    `identifier` is the buyer's identifier for customs where the destination asks for one, in clear and never printed;
    `key` is the idempotency key the form carried; `caller` who asks ("user:7", "cart:<token>"), so that equal keys of
    two callers are strangers; `terms` the version of the terms the buyer agreed to; `language` our URL code.
    """

    key: str
    caller: str
    cart_token: str
    quote_id: int
    email: str
    language: str
    terms: str
    customer_id: int | None = None
    identifier: str = field(default="", repr=False)
