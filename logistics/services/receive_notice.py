"""Receives a message of customs: proves it, stores it as it came, and leaves the work for after the answer."""

import hashlib
from collections.abc import Mapping

from django.db import transaction

from localization import clock
from localization.outside import Misread
from logistics.customs.base import Customs
from logistics.customs.registry import customs
from logistics.events import announce, customs_notification_stored
from logistics.models import CustomsNotification
from logistics.models.notification import TrackingNotification

Outcome = TrackingNotification.Outcome


def receive_notice(*, office: str, headers: Mapping[str, str], body: bytes) -> int:
    """The id of the stored message; a copy of one that is stored already answers the first one's id.

    Raises UnknownOffice, and BadSignature for whatever is not provably this office's and new. A proven message that
    cannot be read is stored too, for a person to look at.
    """
    adapter = customs(office)
    adapter.verify(headers, body)
    event_id, outcome = _event_id(adapter, body)
    with transaction.atomic():
        notification, created = CustomsNotification.objects.get_or_create(
            office=office,
            event_id=event_id,
            defaults={"body": body, "received_at": clock.now(), "outcome": outcome},
        )
        if created and outcome == Outcome.STORED:
            announce(customs_notification_stored, notification_id=notification.pk)
    return notification.pk


def _event_id(adapter: Customs, body: bytes) -> tuple[str, str]:
    """The message's own id; for one we cannot read, the digest of its bytes."""
    try:
        return adapter.read(body).event_id, Outcome.STORED
    except Misread:
        return f"sha256:{hashlib.sha256(body).hexdigest()}", Outcome.UNREADABLE
