"""What a gateway can do for us, in values every adapter shares.

Every method that talks raises `Unavailable` (outcome unknown: repeat with the same key, or look up), `Refused`
(a clear no) or `Misread` (an answer we do not understand), all from `localization.outside`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from moneyed import Money

from payments.values import Status


@dataclass(frozen=True, kw_only=True)
class OpenRequest:
    """A payment to be opened; `key` names the attempt."""

    key: str
    amount: Money
    reference: str
    description: str
    language: str
    return_url: str


@dataclass(frozen=True, kw_only=True)
class MoveRequest:
    """Money to be captured or given back; `reference` comes back in the gateway's account of it."""

    key: str
    provider_id: str
    amount: Money
    reference: str


@dataclass(frozen=True)
class Movement:
    """One capture or refund the gateway made."""

    reference: str
    amount: Money


@dataclass(frozen=True, kw_only=True)
class GatewayPayment:
    """What the gateway says is true about a payment; `released` is the part of `authorized` it let go after a capture."""

    provider_id: str
    status: Status
    reference: str
    amount: Money
    authorized: Money
    released: Money
    captures: tuple[Movement, ...] = ()
    refunds: tuple[Movement, ...] = ()
    page_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Message:
    """A genuine message: `payment` is what it says, None for a kind we have no use for."""

    event_id: str
    kind: str
    provider_id: str
    payment: GatewayPayment | None


class Gateway(Protocol):
    """A payment provider with a hosted page: card data never comes near us."""

    def open(self, request: OpenRequest) -> GatewayPayment:
        """Open a payment that is only authorized when the buyer pays; `page_url` is where the buyer pays."""
        ...

    def look_up(self, provider_id: str) -> GatewayPayment:
        """The truth about a payment, now."""
        ...

    def capture(self, request: MoveRequest) -> GatewayPayment:
        """Take authorized money; the truth afterwards."""
        ...

    def void(self, provider_id: str, *, key: str) -> GatewayPayment:
        """Let go what is authorized and was not captured, or close an open page; the truth afterwards."""
        ...

    def refund(self, request: MoveRequest) -> GatewayPayment:
        """Give captured money back; the truth afterwards."""
        ...

    def read_notification(self, headers: Mapping[str, str], body: bytes, *, now: int) -> Message:
        """Check and read a message; `now` is a unix second. Raises BadSignature or Misread."""
        ...
