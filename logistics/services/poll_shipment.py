"""Asks the carrier for the truth about a parcel, for when its messages were lost."""

from localization import clock
from localization.outside import Misread, Refused, Unavailable
from logistics.carriers.registry import carrier
from logistics.models import Shipment
from logistics.services.record_scans import record_scans
from logistics.states import ON_THE_WAY


def poll_shipment(shipment_id: int) -> None:
    """Fetch and record every scan of a parcel on its way; a carrier that does not answer is asked again by the sweep."""
    shipment = Shipment.objects.get(pk=shipment_id)
    if shipment.state not in ON_THE_WAY:
        return
    Shipment.objects.filter(pk=shipment_id).update(polled_at=clock.now())
    try:
        scans = carrier(shipment.carrier).scans(shipment.carrier_reference)
    except (Unavailable, Refused, Misread):
        return
    record_scans(shipment_id, scans)
