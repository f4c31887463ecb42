"""Write down that captured money is to be given back."""

from django.db import transaction
from moneyed import Money

from localization import clock
from localization.lifecycle import move_to
from localization.money import from_minor, to_minor, total
from payments.events import Work, announce_payment, announce_work
from payments.models import Payment, Refund
from payments.refusals import AmountTooLarge, BadAllocations, KeyReused
from payments.services.lock_payment import lock_payment
from payments.states import WishState
from payments.values import Allocation


@transaction.atomic
def ask_refund(
    *, payment_id: int, amount: Money, reference: str, reason: str = "", shares: tuple[Allocation, ...] = ()
) -> int:
    """The id of the refund of `amount`; once per `reference`, which repeats harmlessly. A worker asks the gateway.

    `shares` says from whose part the money comes back; without it, from all in proportion to what is still held.
    A refund the gateway refused before is asked for again. Raises AmountTooLarge above what was captured and not yet
    (asked to be) given back, BadAllocations, KeyReused.
    """
    payment = lock_payment(payment_id)
    refund = payment.refunds.filter(reference=reference).first()
    if refund is not None and refund.amount != amount:
        raise KeyReused(key=reference)
    if refund is not None and refund.state != WishState.REFUSED:
        return refund.pk
    _check(payment, amount)
    payment.refund_asked_minor += to_minor(amount)
    payment.save(update_fields=["refund_asked_minor"])
    if refund is None:
        refund = payment.refunds.create(
            reference=reference,
            minor=to_minor(amount),
            reason=reason[:200],
            shares=_rows(shares, amount),
            created_at=clock.now(),
        )
    else:
        _again(refund)
    announce_work(Work.REFUND, refund.pk)
    announce_payment(payment.pk)
    return refund.pk


def _again(refund: Refund) -> None:
    refund.tries += 1
    refund.save(update_fields=["tries"])
    move_to(refund, WishState.ASKED)


def _check(payment: Payment, amount: Money) -> None:
    left = from_minor(payment.captured_minor - payment.refund_asked_minor, payment.currency)
    if amount.currency != left.currency or not 0 < amount.amount <= left.amount:
        raise AmountTooLarge(amount=amount, left=left)


def _rows(shares: tuple[Allocation, ...], amount: Money) -> list[dict[str, object]]:
    code = amount.currency.code
    if any(share.amount.currency.code != code or share.amount.amount <= 0 for share in shares):
        raise BadAllocations(amount=amount)
    if shares and total([share.amount for share in shares], code) != amount:
        raise BadAllocations(amount=amount)
    return [
        {"account": share.account, "party": share.party, "minor": to_minor(share.amount)} for share in shares
    ]
