"""The adapter to the sandbox gateway, a stand-in that behaves like a real provider and is spoken to over HTTP."""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import requests
from moneyed import CURRENCIES, Money

from localization.outside import Misread, Refused, Unavailable, verify
from payments.gateways.base import GatewayPayment, Message, Movement, MoveRequest, OpenRequest
from payments.values import Status

_TIMEOUT = (3, 10)
# The provider's decimals, which are its own and not ISO 4217's: MGA has none here, ISK and UGX have two.
# Source: https://docs.stripe.com/currencies, read 2026-11-22; the sandbox follows that list.
_ZERO = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"}
)
_THREE = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
_STATUS: Mapping[str, Status] = {
    "open": "open",
    "challenge": "open",
    "pending": "open",
    "authorized": "authorized",
    "captured": "captured",
    "voided": "voided",
    "declined": "declined",
}
_KINDS = frozenset(
    f"payment.{kind}" for kind in ("authorized", "captured", "declined", "voided", "released", "refunded")
)
_NAME = re.compile(r"[\x21-\x7e]{1,100}")
_LARGEST_MINOR = 10**15


class SandboxGateway:
    """Speaks the sandbox's API; `secrets` are those its webhooks may be signed with, several while one rotates."""

    def __init__(self, *, name: str, url: str, secrets: Sequence[str], webhook_base_url: str) -> None:
        self._url = url
        self._secrets = tuple(secrets)
        self._webhook_url = f"{webhook_base_url}/webhooks/payments/{name}/"

    def open(self, request: OpenRequest) -> GatewayPayment:
        """See `Gateway.open`."""
        body = {
            "amount_minor": _to_minor(request.amount),
            "currency": request.amount.currency.code,
            "reference": request.reference,
            "description": request.description,
            "language": request.language,
            "return_url": request.return_url,
            "webhook_url": self._webhook_url,
            "capture": "manual",
        }
        return self._post("/gateway/payments", body, request.key)

    def look_up(self, provider_id: str) -> GatewayPayment:
        """See `Gateway.look_up`."""
        try:
            answer = requests.get(f"{self._url}/gateway/payments/{provider_id}", timeout=_TIMEOUT)
        except requests.RequestException as error:
            raise Unavailable("the gateway did not answer") from error
        return _read_answer(answer)

    def capture(self, request: MoveRequest) -> GatewayPayment:
        """See `Gateway.capture`."""
        return self._move("capture", request)

    def void(self, provider_id: str, *, key: str) -> GatewayPayment:
        """See `Gateway.void`."""
        return self._post(f"/gateway/payments/{provider_id}/void", {}, key)

    def refund(self, request: MoveRequest) -> GatewayPayment:
        """See `Gateway.refund`."""
        return self._move("refunds", request)

    def read_notification(self, headers: Mapping[str, str], body: bytes, *, now: int) -> Message:
        """See `Gateway.read_notification`."""
        signature = {name.lower(): value for name, value in headers.items()}.get("causeway-signature", "")
        verify(self._secrets, signature, body, now)
        return _read_message(_object(body))

    def _move(self, verb: str, request: MoveRequest) -> GatewayPayment:
        body = {"amount_minor": _to_minor(request.amount), "reference": request.reference}
        return self._post(f"/gateway/payments/{request.provider_id}/{verb}", body, request.key)

    def _post(self, path: str, body: Mapping[str, Any], key: str) -> GatewayPayment:
        try:
            answer = requests.post(
                self._url + path, json=body, headers={"Idempotency-Key": key}, timeout=_TIMEOUT
            )
        except requests.RequestException as error:
            raise Unavailable("the gateway did not answer") from error
        return _read_answer(answer)


def _read_answer(answer: requests.Response) -> GatewayPayment:
    """A 5xx or 429 leaves the outcome unknown; any other 4xx is a no."""
    if answer.status_code >= 500 or answer.status_code == 429:
        raise Unavailable(f"the gateway answered {answer.status_code}")
    if answer.status_code >= 400:
        raise Refused(f"the gateway answered {answer.status_code}: {answer.text[:100]}")
    return _read_payment(_object(answer.content))


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in `body`; nesting that overflows the parser is as unreadable as no JSON at all."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Misread("no JSON") from error
    if not isinstance(document, dict):
        raise Misread("no JSON object")
    return document


def _read_message(event: dict[str, Any]) -> Message:
    document, kind = event.get("payment"), _name(event.get("type"))
    payment = _read_payment(document) if kind in _KINDS and isinstance(document, dict) else None
    return Message(
        event_id=_name(event.get("event_id")),
        kind=kind[:64],
        provider_id=payment.provider_id if payment else "",
        payment=payment,
    )


def _read_payment(document: dict[str, Any]) -> GatewayPayment:
    code, status = document.get("currency"), document.get("status")
    if (
        not isinstance(code, str)
        or code not in CURRENCIES
        or not isinstance(status, str)
        or status not in _STATUS
    ):
        raise Misread("an unknown currency or status")
    return GatewayPayment(
        provider_id=_name(document.get("id")),
        status=_STATUS[status],
        reference=_name(document.get("reference")),
        amount=_money(document.get("amount_minor"), code),
        authorized=_money(document.get("authorized_minor"), code),
        released=_money(document.get("released_minor", 0), code),
        captures=_movements(document.get("captures"), code),
        refunds=_movements(document.get("refunds"), code),
        page_url=str(document.get("page_url", "")),
    )


def _movements(rows: object, code: str) -> tuple[Movement, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Misread("no list of movements")
    return tuple(Movement(str(row.get("reference", "")), _money(row.get("minor"), code)) for row in rows)


def _name(value: object) -> str:
    """A short printable ASCII name, safe to store and to log."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise Misread("an unusable name")
    return value


def _exponent(code: str) -> int:
    return 0 if code in _ZERO else 3 if code in _THREE else 2


def _to_minor(amount: Money) -> int:
    """The amount in the provider's minor unit. Raises Refused for a fraction the provider cannot express."""
    scaled = amount.amount.scaleb(_exponent(amount.currency.code))
    if scaled != scaled.to_integral_value():
        raise Refused(f"the gateway cannot express {amount}")
    return int(scaled)


def _money(minor: object, code: str) -> Money:
    if type(minor) is not int or abs(minor) > _LARGEST_MINOR:
        raise Misread("an unusable amount")
    return Money(Decimal(minor).scaleb(-_exponent(code)), code)
