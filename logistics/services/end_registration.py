"""Ends a tax registration: from the day after, its scheme is not used."""

from datetime import date

from django.db import transaction

from localization import clock
from logistics.events import announce, registrations_changed
from logistics.models import Registration
from logistics.refusals import BadPeriod, RegistrationEnded
from logistics.selectors.registrations import REGISTRATIONS


def end_registration(registration_id: int, *, last_day: date, actor: str) -> None:
    """Make `last_day` the last one in force. Raises RegistrationEnded when it ends by then already, and BadPeriod."""
    with transaction.atomic():
        row = Registration.objects.select_for_update().filter(pk=registration_id).first()
        if row is None or (row.valid_to is not None and row.valid_to <= last_day):
            raise RegistrationEnded
        if last_day < row.valid_from:
            raise BadPeriod
        row.valid_to, row.ended_by, row.ended_at = last_day, actor[:100], clock.now()
        row.save(update_fields=["valid_to", "ended_by", "ended_at"])
        REGISTRATIONS.forget()
        announce(registrations_changed)
