"""Speaks to the sandbox carrier: a stand-in over HTTP with signed webhooks, so that nothing here differs from a real one."""

from collections.abc import Mapping, Sequence
from typing import Any

from localization.outside import Misread, read_json
from localization.refusals import Refusal
from logistics.carriers.base import Booking
from logistics.carriers.scan_reading import read_scan
from logistics.s10 import check_number
from logistics.tracking import Scan
from logistics.values import ParcelLine, ShipmentRequest
from logistics.wire import call, prove


class SandboxCarrier:
    """The sandbox carrier at `url`; messages from it are signed with one of `secrets`."""

    def __init__(self, *, url: str, secrets: Sequence[str], webhook_base_url: str) -> None:
        self._url = url.rstrip("/")
        self._secrets = secrets
        self._webhook_url = f"{webhook_base_url.rstrip('/')}/webhooks/tracking/sandbox/"

    def book(self, request: ShipmentRequest, *, key: str) -> Booking:
        """Order the carriage; the number in the answer must be a true S10 number."""
        body = _order(request) | {"webhook_url": self._webhook_url}
        answer = self._call("POST", "/carrier/shipments", body=body, headers={"Idempotency-Key": key})
        try:
            number = check_number(str(answer["number"]))
            return Booking(carrier_reference=str(answer["id"]), number=number)
        except (KeyError, TypeError, Refusal) as error:
            raise Misread("the booking carries no parcel number") from error

    def hand_over(self, carrier_reference: str) -> None:
        """Post the parcel."""
        self._call("POST", f"/carrier/shipments/{carrier_reference}/handover", body={})

    def cancel(self, carrier_reference: str) -> None:
        """Call the parcel back; Refused once it was posted."""
        self._call("POST", f"/carrier/shipments/{carrier_reference}/cancel", body={})

    def scans(self, carrier_reference: str) -> tuple[Scan, ...]:
        """Every scan so far."""
        answer = self._call("GET", f"/carrier/shipments/{carrier_reference}/events")
        try:
            events = list(answer["events"])
        except (KeyError, TypeError) as error:
            raise Misread("the answer carries no events") from error
        return tuple(_readable(events))

    def verify(self, headers: Mapping[str, str], body: bytes) -> None:
        """Check the signature over the raw body and its age."""
        prove(self._secrets, headers, body)

    def read(self, body: bytes) -> Scan:
        """The scan in a message."""
        return read_scan(read_json(body))

    def _call(
        self, method: str, path: str, *, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> Any:
        return call(method, self._url, path, body=body, headers=headers)


def _readable(events: list[Any]) -> list[Scan]:
    """One event in a new shape must not hide the others."""
    scans = []
    for event in events:
        try:
            scans.append(read_scan(event))
        except Misread:
            continue
    return scans


def _order(request: ShipmentRequest) -> dict[str, Any]:
    return {
        "reference": request.reference,
        "service": request.service_code,
        "sender": request.sender.to_json(),
        "recipient": request.recipient.to_json(),
        "weight_grams": request.weight_grams,
        "lines": [_line(line) for line in request.lines],
        "customs": {
            "incoterm": request.incoterm,
            "registration": request.registration_number,
            "tax_id": request.tax_id,
            "charges": [charge.to_json() for charge in request.charges],
        },
        **request.carrier_options,
    }


def _line(line: ParcelLine) -> dict[str, Any]:
    return {
        "sku": line.sku,
        "description": line.description,
        "hs_code": line.hs_code,
        "origin": line.origin,
        "quantity": line.quantity,
        "weight_grams": line.weight_grams,
        "value": str(line.value.amount),
        "currency": line.value.currency.code,
        "merchant_product_id": line.merchant_product_id,
        "manufacturer_product_id": line.manufacturer_product_id,
    }
