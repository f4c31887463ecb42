"""Write down that authorized money is to be taken, e.g. because a parcel leaves."""

from django.db import transaction
from moneyed import Money

from localization import clock
from localization.lifecycle import move_to
from localization.money import from_minor, to_minor
from payments.events import Work, announce_payment, announce_work
from payments.models import Capture, Payment
from payments.refusals import AmountTooLarge, KeyReused, NotCapturable
from payments.services.lock_payment import lock_payment
from payments.states import PaymentState, WishState

_CAPTURABLE = frozenset(
    {
        PaymentState.AUTHORIZED,
        PaymentState.CAPTURE_ASKED,
        PaymentState.PARTIALLY_CAPTURED,
        PaymentState.PARTIALLY_REFUNDED,
        PaymentState.REFUNDED,
    }
)
_SHOWS_THE_WISH = frozenset({PaymentState.AUTHORIZED, PaymentState.PARTIALLY_CAPTURED})


@transaction.atomic
def ask_capture(*, payment_id: int, reference: str, amount: Money) -> None:
    """Wish to take `amount`; once per `reference`, which repeats harmlessly. A worker asks the gateway.

    A capture the gateway refused before is asked for again. Raises NotCapturable when nothing is authorized, the rest
    is to be released or a person has to look first, AmountTooLarge above what is left, KeyReused when the reference
    stands for another amount.
    """
    payment = lock_payment(payment_id)
    capture = payment.captures.filter(reference=reference).first()
    if capture is not None and capture.amount != amount:
        raise KeyReused(key=reference)
    if capture is not None and capture.state != WishState.REFUSED:
        return
    _check(payment, amount)
    _write(payment, capture, reference, to_minor(amount))
    if payment.state in _SHOWS_THE_WISH:
        move_to(payment, PaymentState.CAPTURE_ASKED, reason=reference)
    announce_work(Work.CAPTURE, payment.pk)
    announce_payment(payment.pk)


def _check(payment: Payment, amount: Money) -> None:
    if payment.state not in _CAPTURABLE or payment.review_reason or payment.release_asked_at:
        raise NotCapturable(state=payment.state)
    held = payment.authorized_minor - payment.released_minor
    left = from_minor(held - payment.capture_asked_minor, payment.currency)
    if amount.currency != left.currency or not 0 < amount.amount <= left.amount:
        raise AmountTooLarge(amount=amount, left=left)


def _write(payment: Payment, refused: Capture | None, reference: str, minor: int) -> None:
    payment.capture_asked_minor += minor
    payment.save(update_fields=["capture_asked_minor"])
    if refused is None:
        payment.captures.create(reference=reference, minor=minor, created_at=clock.now())
        return
    refused.tries += 1
    refused.save(update_fields=["tries"])
    move_to(refused, WishState.ASKED)
