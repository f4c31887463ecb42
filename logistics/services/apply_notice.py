"""Applies a stored message of customs to the declaration it speaks of."""

import structlog
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F

from localization.outside import Misread
from logistics.customs.registry import customs
from logistics.models import CustomsNotification, Declaration
from logistics.models.notification import TrackingNotification
from logistics.services.record_notices import record_notices

Outcome = TrackingNotification.Outcome
_log = structlog.get_logger(__name__)
_MOST_TRIES = 5
_OPEN = (Outcome.STORED, Outcome.UNMATCHED)


def apply_notice(notification_id: int) -> None:
    """Record the notice in a stored message; one for a declaration we do not know is marked so. Safe to repeat.

    One that we fail on is tried again and the fifth time parked for a person, and the error goes on its way. A
    database that is away is no fault of the message.
    """
    try:
        _apply(notification_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        _count(notification_id)
        raise


@transaction.atomic
def _apply(notification_id: int) -> None:
    notification = CustomsNotification.objects.get(pk=notification_id)
    if notification.outcome in _OPEN:
        outcome = _applied(notification)
        CustomsNotification.objects.filter(pk=notification_id).update(outcome=outcome)


def _applied(notification: CustomsNotification) -> str:
    try:
        notice = customs(notification.office).read(bytes(notification.body))
    except Misread:
        return Outcome.UNREADABLE
    known = Declaration.objects.filter(
        office=notification.office, customs_reference=notice.customs_reference
    ).first()
    if known is None:
        return Outcome.UNMATCHED
    record_notices(known.pk, [notice])
    return Outcome.APPLIED


def _count(notification_id: int) -> None:
    failed = CustomsNotification.objects.filter(pk=notification_id)
    failed.update(tries=F("tries") + 1)
    if failed.filter(outcome__in=_OPEN, tries__gte=_MOST_TRIES).update(outcome=Outcome.PARKED):
        _log.critical("customs_message_parked", message_id=notification_id)
