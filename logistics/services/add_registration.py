"""Adds a tax registration of the shop or of a merchant."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from localization import clock
from localization.sealed import masked, seal
from logistics.events import announce, registrations_changed
from logistics.models import Registration
from logistics.refusals import BadPeriod, RegistrationOverlaps
from logistics.registration_numbers import authority_of, checked_number
from logistics.selectors.registrations import PURPOSE, REGISTRATIONS
from logistics.values import RegistrationSheet


def add_registration(sheet: RegistrationSheet, *, actor: str) -> int:
    """The id of the new registration; its number is checked and lies sealed.

    Raises BadRegistration, BadPeriod, and RegistrationOverlaps where the holder has one of this scheme in that time.
    """
    number = checked_number(sheet.code, sheet.number)
    if sheet.valid_to is not None and sheet.valid_to < sheet.valid_from:
        raise BadPeriod
    with transaction.atomic():
        _refuse_overlap(sheet)
        row = Registration.objects.create(
            code=sheet.code,
            holder=sheet.holder,
            number=seal(number, purpose=PURPOSE),
            shown=masked(number, head=2, tail=3),
            authority=sheet.authority or authority_of(sheet.code),
            valid_from=sheet.valid_from,
            valid_to=sheet.valid_to,
            added_by=actor[:100],
            added_at=clock.now(),
        )
        REGISTRATIONS.forget()
        announce(registrations_changed)
    return row.pk


def _refuse_overlap(sheet: RegistrationSheet) -> None:
    """Locks the holder's rows of the scheme: two additions of an open end are told apart by the table's constraint."""
    others = Registration.objects.select_for_update().filter(code=sheet.code, holder=sheet.holder)
    meets = Q(valid_to=None) | Q(valid_to__gte=sheet.valid_from)
    if sheet.valid_to is not None:
        meets &= Q(valid_from__lte=sheet.valid_to)
    found: date | None = others.filter(meets).values_list("valid_from", flat=True).first()
    if found is not None:
        raise RegistrationOverlaps(scheme=sheet.code, since=found.isoformat())
