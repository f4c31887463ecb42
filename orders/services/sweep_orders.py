"""Sweep: whatever events were lost, every order gets to where the facts say, and nothing is owed for ever."""

from collections.abc import Callable

import structlog
from django.db.models import Q

from localization import clock
from orders.models import Cart, Order, OrderMail, Quote
from orders.periods import ABANDONED_CART, MAIL_CLAIM, UNUSED_QUOTE
from orders.services.send_mail import send_mail
from orders.services.sync_order import sync_order

_log = structlog.get_logger(__name__)
_BATCH = 500


def sweep_orders(*, limit: int = _BATCH) -> int:
    """Sync at most `limit` unsettled orders, the longest unsettled first, and send what is unsent; says how many.

    One order that fails does not keep the others.
    """
    ids = list(
        Order.objects.filter(settled_at=None).order_by("swept_at", "pk").values_list("pk", flat=True)[:limit]
    )
    for order_id in ids:
        _quietly(sync_order, order_id)
    Order.objects.filter(pk__in=ids).update(swept_at=clock.now())
    for mail_id in _lost_letters():
        _quietly(send_mail, mail_id)
    _forget()
    return len(ids)


def _lost_letters() -> list[int]:
    now = clock.now()
    lost = Q(claimed_at=None, asked_at__lt=now - MAIL_CLAIM) | Q(claimed_at__lt=now - MAIL_CLAIM)
    return list(OrderMail.objects.filter(lost, sent_at=None).values_list("pk", flat=True)[:_BATCH])


def _forget() -> None:
    """Carts and quotes that came to nothing go after their time."""
    now = clock.now()
    Cart.objects.filter(updated_at__lt=now - ABANDONED_CART, customer=None).delete()
    Quote.objects.filter(expires_at__lt=now - UNUSED_QUOTE, used_at=None, order=None).delete()


def _quietly(act: Callable[[int], None], row_id: int) -> None:
    try:
        act(row_id)
    except Exception:
        _log.exception("sweep_failed", what=act.__qualname__, id=row_id)
