"""Who reacts to what: news of the apps below and our own wishes become tasks."""

from typing import Any

from django.dispatch import receiver

from catalog.events import offers_stale
from localization.events import rates_changed
from logistics.events import registrations_changed, shipment_changed
from orders.events import mail_asked, offers_due
from orders.selectors.links import order_of_payment, order_of_shipment
from orders.tasks import refresh_all_offers, refresh_offers, send_mail, sync_order
from payments.events import payment_changed


@receiver(payment_changed)
def on_payment_changed(*, payment_id: int, **_: Any) -> None:
    """The order that this payment pays looks at its facts again."""
    order_id = order_of_payment(payment_id)
    if order_id is not None:
        sync_order.delay(order_id)


@receiver(shipment_changed)
def on_shipment_changed(*, shipment_id: int, **_: Any) -> None:
    """The order whose parcel this shipment carries looks at its facts again."""
    order_id = order_of_shipment(shipment_id)
    if order_id is not None:
        sync_order.delay(order_id)


@receiver(offers_stale)
@receiver(offers_due)
def on_offers_stale(*, product_ids: list[int], **_: Any) -> None:
    """Offers of these products are priced again."""
    refresh_offers.delay(product_ids)


@receiver(rates_changed)
@receiver(registrations_changed)
def on_rules_changed(**_: Any) -> None:
    """Delivered prices follow the day's rates, and the schemes that the seller is registered for."""
    refresh_all_offers.delay()


@receiver(mail_asked)
def on_mail_asked(*, mail_id: int, **_: Any) -> None:
    """A letter is sent."""
    send_mail.delay(mail_id)
