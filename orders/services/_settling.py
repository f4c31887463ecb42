"""Brings a locked order to where the facts say it belongs: moves it, does what it owes, asks for its letters."""

import structlog
from django.db import transaction
from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from localization.refusals import Refusal
from orders.events import announce_mail, announce_order
from orders.models import Order
from orders.progress import Duty, OrderFacts, at_rest, letters, next_state, owes
from orders.refusals import OrderNotFound
from orders.selectors.facts import facts_about
from orders.services._wishes import perform
from orders.states import OrderState, StockStage

_log = structlog.get_logger(__name__)
_ROUNDS = 6
"""More than the longest chain of moves; each round sees what the round before did."""


def lock_order(order_id: int) -> Order:
    """The order, locked until the transaction ends. Raises OrderNotFound."""
    order = Order.objects.select_for_update().filter(pk=order_id).first()
    if order is None:
        raise OrderNotFound
    return order


def settle(order: Order) -> None:
    """Move and act until the facts ask for nothing new. The caller holds the order's lock."""
    facts = facts_about(order)
    for _ in range(_ROUNDS):
        _step(order, facts)
        seen, facts = facts, facts_about(order)
        if facts == seen and next_state(OrderState(order.state), facts) == order.state:
            break
    _ask_letters(order, facts)
    rest = at_rest(OrderState(order.state), facts)
    Order.objects.filter(pk=order.pk).update(settled_at=clock.now() if rest else None)


def _step(order: Order, facts: OrderFacts) -> None:
    state = OrderState(order.state)
    target = next_state(state, facts)
    if target != state:
        move_to(order, target, reason=_reason(target, facts))
        announce_order(order.pk)
    # By id, so that every order touches its parcels' stock in the same sequence.
    for duty in sorted(owes(target, facts), key=lambda duty: (duty.subject, duty.kind)):
        _try(order, duty)


def _try(order: Order, duty: Duty) -> None:
    """What an app below refuses now stays owed: the order keeps its move, the sweep comes back to it."""
    try:
        with transaction.atomic():
            perform(order, duty)
    except Refusal as no:
        _log.warning("order_duty_refused", order=order.number, duty=duty.kind, code=no.code, why=str(no))


def _reason(target: OrderState, facts: OrderFacts) -> str:
    if target is not OrderState.CANCELLED:
        return ""
    lost = any(parcel.stock is StockStage.LOST for parcel in facts.parcels)
    return gettext_noop("sold out before the payment came") if lost else gettext_noop("not paid in time")


def _ask_letters(order: Order, facts: OrderFacts) -> None:
    present = set(order.mails.values_list("kind", "parcel"))
    for letter in letters(OrderState(order.state), facts):
        if (letter.kind, letter.parcel) not in present:
            mail = order.mails.create(kind=letter.kind, parcel=letter.parcel, asked_at=clock.now())
            announce_mail(mail.pk)
