"""What a carrier must be able to do for us. Errors are `localization.outside`: Unavailable, Refused, Misread, BadSignature."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from logistics.tracking import Scan
from logistics.values import ShipmentRequest


@dataclass(frozen=True, kw_only=True)
class Booking:
    """The carrier took the order: its own reference for further calls, and the parcel number it gave."""

    carrier_reference: str
    number: str


class Carrier(Protocol):
    """One carrier. Every call may be repeated: the same key or reference has one effect."""

    def book(self, request: ShipmentRequest, *, key: str) -> Booking:
        """Order the parcel's carriage under our idempotency key."""

    def hand_over(self, carrier_reference: str) -> None:
        """Tell the carrier that the parcel is in its hands."""

    def cancel(self, carrier_reference: str) -> None:
        """Call the parcel back before it was handed over; Refused when it is too late."""

    def scans(self, carrier_reference: str) -> tuple[Scan, ...]:
        """Every scan there is so far: the truth when messages were lost. Scans that cannot be read are left out."""

    def verify(self, headers: Mapping[str, str], body: bytes) -> None:
        """Prove that a message is the carrier's and new. Raises BadSignature."""

    def read(self, body: bytes) -> Scan:
        """The scan in a proven message. Raises Misread."""
