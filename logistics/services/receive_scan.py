"""Receives a carrier's message: proves it, stores it as it came, and leaves the work for after the answer."""

import hashlib
from collections.abc import Mapping

from django.db import transaction

from localization import clock
from localization.outside import Misread
from logistics.carriers.base import Carrier
from logistics.carriers.registry import carrier as find_carrier
from logistics.events import announce, notification_stored
from logistics.models import TrackingNotification

Outcome = TrackingNotification.Outcome


def receive_scan(*, carrier: str, headers: Mapping[str, str], body: bytes) -> int:
    """The id of the stored message; a copy of one that is stored already answers the first one's id.

    Raises UnknownCarrier, and BadSignature for whatever is not provably the carrier's and new. A proven message that
    cannot be read is stored too, for a person to look at.
    """
    adapter = find_carrier(carrier)
    adapter.verify(headers, body)
    event_id, outcome = _event_id(adapter, body)
    with transaction.atomic():
        notification, created = TrackingNotification.objects.get_or_create(
            carrier=carrier,
            event_id=event_id,
            defaults={"body": body, "received_at": clock.now(), "outcome": outcome},
        )
        if created and outcome == Outcome.STORED:
            announce(notification_stored, notification_id=notification.pk)
    return notification.pk


def _event_id(adapter: Carrier, body: bytes) -> tuple[str, str]:
    """The message's own id; for one we cannot read, the digest of its bytes."""
    try:
        return adapter.read(body).event_id, Outcome.STORED
    except Misread:
        return f"sha256:{hashlib.sha256(body).hexdigest()}", Outcome.UNREADABLE
