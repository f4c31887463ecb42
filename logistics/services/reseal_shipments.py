"""Seals the numbers that travel with parcels anew, under the first of the field keys."""

from django.db import transaction

from localization.sealed import reseal
from logistics.models import Shipment

_BATCH = 500


@transaction.atomic
def reseal_shipments() -> int:
    """Says how many shipments. Raises CannotUnseal, and then changed nothing, when a key that sealed one is missing."""
    rows = list(
        Shipment.objects.select_for_update()
        .exclude(registration_number="", tax_id="")
        .only("registration_number", "tax_id")
    )
    for row in rows:
        row.registration_number = row.registration_number and reseal(row.registration_number)
        row.tax_id = row.tax_id and reseal(row.tax_id)
    Shipment.objects.bulk_update(rows, ["registration_number", "tax_id"], batch_size=_BATCH)
    return len(rows)
