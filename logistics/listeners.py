"""Hears what logistics itself announces and hands the work to a worker."""

from typing import Any

from django.dispatch import receiver

from logistics import tasks
from logistics.events import (
    customs_notification_stored,
    customs_silent,
    declaration_wished,
    news_missed,
    notification_stored,
    shipment_wished,
)


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


@receiver(declaration_wished)
def work_on_declaration(*, declaration_id: int, **_kwargs: Any) -> None:
    """A wish for customs was written down."""
    tasks.advance_declaration.delay(declaration_id)


@receiver(customs_notification_stored)
def apply_notice(*, notification_id: int, **_kwargs: Any) -> None:
    """A message of customs waits."""
    tasks.apply_notice.delay(notification_id)


@receiver(customs_silent)
def ask_customs(*, declaration_id: int, **_kwargs: Any) -> None:
    """Customs was silent for long."""
    tasks.poll_declaration.delay(declaration_id)
