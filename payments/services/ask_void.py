"""Write down that a payment is not wanted any more, before money was taken."""

from django.db import transaction

from localization.lifecycle import move_to
from payments.events import Work, announce_payment, announce_work
from payments.models import AttemptKind
from payments.refusals import NotVoidable
from payments.services.lock_payment import lock_payment
from payments.states import PaymentState

_VOIDABLE = frozenset(
    {
        PaymentState.NEW,
        PaymentState.STARTED,
        PaymentState.UNKNOWN,
        PaymentState.DECLINED,
        PaymentState.AUTHORIZED,
        PaymentState.UNDER_REVIEW,
    }
)
_ALREADY = frozenset({PaymentState.VOID_ASKED, PaymentState.VOIDED})


@transaction.atomic
def ask_void(*, payment_id: int) -> None:
    """Wish to let the buyer's money go; repeats harmlessly. One the gateway never heard of is void at once.

    Raises NotVoidable when money was or is being captured: then a refund is the way.
    """
    payment = lock_payment(payment_id)
    if payment.state in _ALREADY:
        return
    if payment.state not in _VOIDABLE:
        raise NotVoidable(state=payment.state)
    if payment.attempts.filter(kind=AttemptKind.OPEN).exists():
        move_to(payment, PaymentState.VOID_ASKED)
        announce_work(Work.VOID, payment.pk)
    else:
        move_to(payment, PaymentState.VOIDED)
    announce_payment(payment.pk)
