"""What logistics announces. A signal says which thing changed, never what it became; receivers read the facts."""

from functools import partial

from django.db import transaction
from django.dispatch import Signal

shipment_changed = Signal()
"""A shipment's state or number changed. Carries `shipment_id`."""

shipment_wished = Signal()
"""A shipment waits for work of ours: to be booked, handed over or recalled. Carries `shipment_id`."""

notification_stored = Signal()
"""A carrier's message was stored and waits to be applied. Carries `notification_id`."""

news_missed = Signal()
"""A parcel on its way has been silent: somebody should ask the carrier. Carries `shipment_id`."""

declaration_wished = Signal()
"""A declaration waits for work of ours: to be filed, answered or withdrawn. Carries `declaration_id`."""

customs_notification_stored = Signal()
"""A message of customs was stored and waits to be applied. Carries `notification_id`."""

customs_silent = Signal()
"""Customs has a declaration and says nothing: somebody should ask. Carries `declaration_id`."""

registrations_changed = Signal()
"""A tax registration began or ended: what is owed at the border may be another. Carries nothing."""


def announce(signal: Signal, **ids: int) -> None:
    """Send after commit, so that nobody hears of what was rolled back; a failing receiver stops nobody."""
    transaction.on_commit(partial(signal.send_robust, sender=None, **ids))
