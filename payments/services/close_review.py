"""A person looked at a payment: let it go on with what the gateway says."""

from django.db import transaction

from localization.lifecycle import move_to
from payments.events import Work, announce_payment, announce_work
from payments.services.lock_payment import lock_payment
from payments.states import PaymentState


@transaction.atomic
def close_review(*, payment_id: int, actor: str) -> None:
    """Clear the reason and ask the gateway again; what made it suspicious sends it back if it still holds."""
    payment = lock_payment(payment_id)
    if not payment.review_reason:
        return
    reason, payment.review_reason = payment.review_reason, ""
    payment.save(update_fields=["review_reason"])
    if payment.state == PaymentState.UNDER_REVIEW:
        move_to(payment, PaymentState.STARTED, reason=f"reviewed: {reason}", actor=actor)
    announce_work(Work.LOOK, payment.pk)
    announce_payment(payment.pk)
