"""Opens a shipment: writes the wish to send a parcel down, inside the caller's transaction."""

from uuid import uuid4

from django.db import transaction

from localization import clock
from localization.sealed import seal
from logistics.carriers.registry import carrier
from logistics.events import announce, shipment_wished
from logistics.models import Shipment, ShipmentLine
from logistics.refusals import EmptyParcel
from logistics.selectors.shipments import REGISTRATION, TAX_ID
from logistics.values import ShipmentRequest


@transaction.atomic
def open_shipment(request: ShipmentRequest) -> int:
    """The id of the shipment of `request.reference`, made on the first call; it is booked by a worker after commit.

    Repeating the call with the same reference answers the same id and changes nothing. Raises EmptyParcel,
    UnknownCarrier.
    """
    if not request.lines:
        raise EmptyParcel(reference=request.reference)
    carrier(request.carrier)
    shipment, created = Shipment.objects.get_or_create(reference=request.reference, defaults=_frozen(request))
    if created:
        ShipmentLine.objects.bulk_create(_lines(shipment, request))
        announce(shipment_wished, shipment_id=shipment.pk)
    return shipment.pk


def _frozen(request: ShipmentRequest) -> dict[str, object]:
    now = clock.now()
    return {
        "carrier": request.carrier,
        "service_code": request.service_code,
        "idempotency_key": uuid4().hex,
        "sender": request.sender.to_json(),
        "recipient": request.recipient.to_json(),
        "freight": request.freight,
        "insurance": request.insurance,
        "incoterm": request.incoterm,
        "charges": [charge.to_json() for charge in request.charges],
        "registration_number": _sealed(request.registration_number, REGISTRATION),
        "tax_id": _sealed(request.tax_id, TAX_ID),
        "carrier_options": request.carrier_options,
        "asked_at": now,
        "run_after": now,
    }


def _sealed(text: str, purpose: str) -> str:
    return seal(text, purpose=purpose) if text else ""


def _lines(shipment: Shipment, request: ShipmentRequest) -> list[ShipmentLine]:
    return [
        ShipmentLine(
            shipment=shipment,
            position=position,
            sku=line.sku,
            description=line.description[:300],
            hs_code=line.hs_code,
            origin=line.origin,
            quantity=line.quantity,
            weight_grams=line.weight_grams,
            value=line.value,
            merchant_product_id=line.merchant_product_id,
            manufacturer_product_id=line.manufacturer_product_id,
        )
        for position, line in enumerate(request.lines)
    ]
