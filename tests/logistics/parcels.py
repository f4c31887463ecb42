"""Parcels for the tests of logistics: a scarf from Hangzhou to Berlin, and the carrier's answers."""

import json
from datetime import UTC, datetime

from django.conf import settings
from moneyed import Money

from localization import clock
from localization.addresses import Address
from localization.outside import sign
from logistics.models import Shipment
from logistics.services.open_shipment import open_shipment
from logistics.tracking import Scan
from logistics.values import ParcelLine, ShipmentRequest

NUMBER = "LX123456785CN"
SHIPMENTS_URL = f"{settings.SANDBOX_URL}/carrier/shipments"
BOOKED = {"id": "sp_1", "number": NUMBER, "state": "booked"}

HANGZHOU = Address(
    name="Lin Mei",
    company="Jiangnan Silk House",
    street="88 Hefang Jie",
    city="Hangzhou",
    country="CN",
    postcode="310002",
)
BERLIN = Address(name="Ada Kurz", street="Torstraße 12", city="Berlin", country="DE", postcode="10119")
PORTO = Address(name="Rui Alves", street="Rua das Flores 7", city="Porto", country="PT", postcode="4050-265")

SCARF = ParcelLine(
    sku="scarf-ink",
    description="Scarf, 100 % silk",
    hs_code="621410",
    origin="CN",
    quantity=1,
    weight_grams=180,
    value=Money("39.00", "EUR"),
)


def a_request(**changes):
    """The scarf's parcel, changed as asked."""
    usual = {
        "reference": "C-1001-1",
        "carrier": "sandbox",
        "service_code": "causeway-post-ddp",
        "sender": HANGZHOU,
        "recipient": BERLIN,
        "lines": (SCARF,),
        "freight": Money("5.90", "EUR"),
        "insurance": Money("0.00", "EUR"),
        "registration_number": "IM2760000742",
    }
    return ShipmentRequest(**{**usual, **changes})


def an_asked_shipment(**changes):
    """A shipment whose booking waits."""
    return open_shipment(a_request(**changes))


def a_shipment_in(state, **changes):
    """A shipment brought to a state behind the services' back."""
    shipment_id = an_asked_shipment()
    booked = {"number": NUMBER, "carrier_reference": "sp_1", "booked_at": clock.now()}
    Shipment.objects.filter(pk=shipment_id).update(state=state, **{**booked, **changes})
    return shipment_id


def a_scan(code, at, **changes):
    """A scan of the parcel; `at` is a moment or the carrier's own text."""
    usual = {
        "event_id": f"{code}-{at}",
        "number": NUMBER,
        "code": code,
        "local_time": at if isinstance(at, str) else at.isoformat(),
        "place": "Frankfurt IPZ",
        "country": "DE",
        "condition": "",
        "raw": "{}",
    }
    return Scan(**{**usual, **changes})


def an_event(code, at, **changes):
    """The same scan as the carrier writes it on the wire."""
    scan = a_scan(code, at, **changes)
    names = ("event_id", "number", "code", "local_time", "place", "country", "condition")
    return {name: getattr(scan, name) for name in names}


def signed(document, *, secret=None, at=None):
    """Headers and body of a webhook of the sandbox carrier."""
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    moment = int(clock.now().timestamp()) if at is None else at
    header = sign(secret or settings.SANDBOX_SECRETS[0], body, moment)
    return {"headers": {"Causeway-Signature": header}, "body": body}


def utc(*parts):
    """A moment in UTC."""
    return datetime(*parts, tzinfo=UTC)
