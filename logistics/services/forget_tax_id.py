"""Forgets the recipient's identifier that travelled with a parcel."""

from logistics.models import Shipment


def forget_tax_id(shipment_id: int) -> None:
    """Take it out of the shipment; what was filed with carrier and customs is theirs."""
    Shipment.objects.filter(pk=shipment_id).update(tax_id="")
