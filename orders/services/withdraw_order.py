"""Withdraw from an order: keep the buyer's statement with its time, cancel what has not left, and write a receipt."""

from django.db import transaction
from django.utils.translation import gettext_noop

from localization import clock
from orders.events import announce_mail
from orders.models import Order, Withdrawal
from orders.refusals import CannotCancel
from orders.services._settling import lock_order
from orders.services.cancel_order import cancel_order
from orders.states import MailKind, OrderState


def withdraw_order(*, order_id: int, actor: str) -> None:
    """Record the statement of withdrawal (Directive 2011/83/EU, article 11a) once; a second one changes nothing.

    Whether it came in time is not judged here: weekends, holidays and missing information prolong the 14 days, so a
    person decides with the times before them. Raises OrderNotFound.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        if Withdrawal.objects.filter(order=order).exists():
            return
        state = order.state
        cancelled = _cancelled(order, actor)
        now = clock.now()
        Withdrawal.objects.create(order=order, at=now, state=state, cancelled=cancelled)
        mail = order.mails.create(kind=MailKind.WITHDRAWN, asked_at=now)
        announce_mail(mail.pk)


def _cancelled(order: Order, actor: str) -> bool:
    """Whether nothing had left yet, so that the order is or was cancelled; else the pieces have to come back first."""
    if order.state == OrderState.CANCELLED:
        return True
    try:
        cancel_order(order_id=order.pk, actor=actor, reason=gettext_noop("withdrawn by the buyer"))
    except CannotCancel:
        return False
    return True
