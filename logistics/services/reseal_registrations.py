"""Seals the registrations' numbers anew, under the first of the field keys."""

from django.db import transaction

from localization.sealed import reseal
from logistics.models import Registration
from logistics.selectors.registrations import REGISTRATIONS


@transaction.atomic
def reseal_registrations() -> int:
    """Says how many. Raises CannotUnseal, and then changed nothing, when a key that sealed one is missing."""
    rows = list(Registration.objects.select_for_update())
    for row in rows:
        row.number = reseal(row.number)
    Registration.objects.bulk_update(rows, ["number"])
    REGISTRATIONS.forget()
    return len(rows)
