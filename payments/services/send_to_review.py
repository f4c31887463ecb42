"""Stop a payment for a person to look at."""

import structlog

from localization.lifecycle import move_to
from payments.models import Payment
from payments.states import PaymentState

_log = structlog.get_logger(__name__)
_UNPAID = frozenset({PaymentState.STARTED, PaymentState.UNKNOWN, PaymentState.DECLINED})


def send_to_review(payment: Payment, reason: str) -> None:
    """Note why a locked payment needs a person; one that is not paid yet does not become paid meanwhile."""
    _log.error("payment_needs_review", payment_id=payment.pk, reason=reason)
    payment.review_reason = payment.review_reason or reason
    payment.save(update_fields=["review_reason"])
    if payment.state in _UNPAID:
        move_to(payment, PaymentState.UNDER_REVIEW, reason=reason)
