"""Reads of shipments: facts for the apps above, the timeline of a parcel, its papers."""

from dataclasses import replace
from datetime import timedelta

from localization.addresses import Address
from localization.sealed import masked, unseal
from logistics.documents.invoice import invoice_pdf
from logistics.documents.papers import customs_form_pdf, label_pdf
from logistics.landed_cost.charges import Charge
from logistics.models import Declaration, Shipment, ShipmentLine, TrackingEvent
from logistics.refusals import NoSuchDocument, UnknownShipment
from logistics.tracking import HeardScan, Scan
from logistics.tracking import timeline as told
from logistics.values import DocumentKind, ParcelLine, ShipmentFacts, ShipmentRequest, TimelineEntry

REGISTRATION, TAX_ID = "logistics.registration_number", "logistics.tax_id"
# A carrier's clock may be a little behind ours; what is dated earlier than this is no scan of this parcel.
_BEFORE_ASKED = timedelta(days=1)


def shipment_facts(shipment_id: int) -> ShipmentFacts:
    """What may be known of a shipment. Raises UnknownShipment."""
    shipment = _shipment(shipment_id)
    declaration = Declaration.objects.filter(shipment_id=shipment_id).only("form", "state").first()
    return ShipmentFacts(
        id=shipment.pk,
        reference=shipment.reference,
        state=shipment.state,
        number=shipment.number,
        carrier=shipment.carrier,
        service_code=shipment.service_code,
        booked_at=shipment.booked_at,
        handed_over_at=shipment.handed_over_at,
        delivered_at=shipment.delivered_at,
        label_ready=bool(shipment.number),
        customs_form=declaration.form if declaration else "",
        customs_state=declaration.state if declaration else "",
        problem=shipment.problem,
    )


def timeline(shipment_id: int) -> tuple[TimelineEntry, ...]:
    """The parcel's way so far, oldest first; empty while nothing was heard. Raises UnknownShipment."""
    shipment = _shipment(shipment_id)
    return told(heard_scans(shipment), since=shipment.asked_at - _BEFORE_ASKED)


def heard_scans(shipment: Shipment) -> list[HeardScan]:
    """Every stored scan of a shipment as the pure timeline reads it."""
    return [_heard(event) for event in TrackingEvent.objects.filter(shipment=shipment)]


def document(shipment_id: int, kind: DocumentKind) -> bytes:
    """The parcel's label, customs form or commercial invoice as PDF, made anew from frozen data.

    Raises NoSuchDocument, UnknownShipment.
    """
    shipment = _shipment(shipment_id)
    request = shipment_request(shipment_id)
    declaration = Declaration.objects.filter(shipment_id=shipment_id).first()
    if kind == "label" and shipment.number:
        return label_pdf(request, shipment.number, at=shipment.booked_at or shipment.asked_at)
    if declaration is not None and declaration.form == kind:
        return customs_form_pdf(request, shipment.number, declaration.form, at=declaration.made_at)
    if declaration is not None and kind == "invoice":
        return invoice_pdf(request, shipment.number, at=declaration.made_at)
    raise NoSuchDocument(shipment_id=shipment_id, kind=kind)


def shipment_request(shipment_id: int) -> ShipmentRequest:
    """The request a shipment was opened with, the recipient's identifier masked. Raises UnknownShipment, CannotUnseal."""
    request = request_to_file(shipment_id)
    return replace(request, tax_id=masked(request.tax_id))


def request_to_file(shipment_id: int) -> ShipmentRequest:
    """The same with the recipient's identifier in clear: for the call to carrier or customs and nothing else."""
    shipment = _shipment(shipment_id)
    return ShipmentRequest(
        reference=shipment.reference,
        carrier=shipment.carrier,
        service_code=shipment.service_code,
        sender=Address.from_json(shipment.sender),
        recipient=Address.from_json(shipment.recipient),
        lines=tuple(_line(row) for row in ShipmentLine.objects.filter(shipment=shipment)),
        freight=shipment.freight,
        insurance=shipment.insurance,
        incoterm="DDP" if shipment.incoterm == "DDP" else "DAP",
        charges=tuple(Charge.from_json(row) for row in shipment.charges),
        registration_number=_opened(shipment.registration_number, REGISTRATION),
        tax_id=_opened(shipment.tax_id, TAX_ID),
        carrier_options=shipment.carrier_options,
    )


def _opened(sealed: str, purpose: str) -> str:
    return unseal(sealed, purpose=purpose) if sealed else ""


def _shipment(shipment_id: int) -> Shipment:
    shipment = Shipment.objects.filter(pk=shipment_id).first()
    if shipment is None:
        raise UnknownShipment(shipment_id=shipment_id)
    return shipment


def _line(row: ShipmentLine) -> ParcelLine:
    return ParcelLine(
        sku=row.sku,
        description=row.description,
        hs_code=row.hs_code,
        origin=row.origin,
        quantity=row.quantity,
        weight_grams=row.weight_grams,
        value=row.value,
        merchant_product_id=row.merchant_product_id,
        manufacturer_product_id=row.manufacturer_product_id,
    )


def _heard(event: TrackingEvent) -> HeardScan:
    scan = Scan(
        event_id="",
        number=event.number,
        code=event.code,
        local_time=event.local_time,
        place=event.place,
        country=event.country,
        condition=event.condition,
        raw=event.raw,
    )
    return HeardScan(scan=scan, received_at=event.received_at)
