"""Match the captures and refunds a gateway made with the ones we wished for."""

import re
from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext_noop

from localization import clock
from localization.money import to_minor
from payments.gateways.base import GatewayPayment, Movement
from payments.models import Payment
from payments.services.book_capture import book_capture
from payments.services.book_refund import book_refund
from payments.services.send_to_review import send_to_review
from payments.states import WishState

_PLAIN = re.compile(r"[\x20-\x7e]{1,80}")


def settle_movements(payment: Payment, truth: GatewayPayment) -> None:
    """Book what the gateway did to a locked payment and we have not booked yet.

    What nobody here asked for is booked too, since the money moved, and sends the payment to review; so does
    a movement that was made twice or over another amount, which is left for a person.
    """
    for movement in _once(payment, truth.captures, "capture"):
        _settle_capture(payment, movement)
    for movement in _once(payment, truth.refunds, "refund"):
        _settle_refund(payment, movement)


def _once(payment: Payment, movements: Sequence[Movement], what: str) -> list[Movement]:
    counted = Counter(movement.reference for movement in movements)
    if any(count > 1 for count in counted.values()):
        send_to_review(payment, f"{what}_doubled")
    return [movement for movement in movements if counted[movement.reference] == 1]


def _settle_capture(payment: Payment, movement: Movement) -> None:
    capture = payment.captures.filter(reference=_reference(movement)).first()
    minor = to_minor(movement.amount)
    if capture is None and 0 < minor <= payment.amount_minor - payment.capture_asked_minor:
        send_to_review(payment, "capture_unasked")
        payment.capture_asked_minor += minor
        payment.save(update_fields=["capture_asked_minor"])
        capture = payment.captures.create(reference=_reference(movement), minor=minor, created_at=clock.now())
    if capture is None or capture.minor != minor:
        send_to_review(payment, "capture_amount")
    elif capture.state != WishState.DONE:
        book_capture(payment, capture)


def _settle_refund(payment: Payment, movement: Movement) -> None:
    refund = payment.refunds.filter(reference=_reference(movement)).first()
    minor = to_minor(movement.amount)
    if refund is None and 0 < minor <= payment.captured_minor - payment.refund_asked_minor:
        send_to_review(payment, "refund_unasked")
        payment.refund_asked_minor += minor
        payment.save(update_fields=["refund_asked_minor"])
        refund = payment.refunds.create(
            reference=_reference(movement),
            minor=minor,
            reason=gettext_noop("gateway"),
            created_at=clock.now(),
        )
    if refund is None or refund.minor != minor:
        send_to_review(payment, "refund_amount")
    elif refund.state != WishState.DONE:
        book_refund(payment, refund)


def _reference(movement: Movement) -> str:
    """The reference as we may store it; a gateway's own that is long or strange gets a plain name."""
    return movement.reference if _PLAIN.fullmatch(movement.reference) else "gateway"
