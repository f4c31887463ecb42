"""Hears what logistics itself announces and hands the work to a worker."""

from typing import Any

from django.dispatch import receiver

from logistics import tasks
from logistics.events import news_missed, notification_stored, shipment_wished


@receiver(shipment_wished)
def work_on_shipment(*, shipment_id: int, **_kwargs: Any) -> None:
    """A wish was written down."""
    tasks.advance_shipment.delay(shipment_id)


@receiver(notification_stored)
def apply_notification(*, notification_id: int, **_kwargs: Any) -> None:
    """A carrier's message waits."""
    tasks.apply_scan.delay(notification_id)


@receiver(news_missed)
def ask_carrier(*, shipment_id: int, **_kwargs: Any) -> None:
    """A parcel was silent for long."""
    tasks.poll_shipment.delay(shipment_id)
