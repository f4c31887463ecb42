"""Carry out a release that was wished for: the gateway lets go what it holds besides what was captured."""

from django.db import transaction

from localization.outside import Refused
from payments.events import Work, announce_payment
from payments.models import Attempt, AttemptKind, Outcome, Payment
from payments.services.begin_attempt import begin_attempt
from payments.services.call_gateway import call_gateway
from payments.services.count_setbacks import count_setbacks
from payments.services.lock_payment import lock_payment
from payments.services.record_truth import record_truth
from payments.services.send_to_review import send_to_review
from payments.services.sync_payment import sync_payment


def release_payment(payment_id: int) -> None:
    """Ask the gateway to let the rest go; harmless to repeat, and nothing for a payment whose release nobody asked for.

    A clear no ends the wish and sends the payment to review. Raises Unavailable or Misread when the outcome is
    unknown: the next call repeats it under the same key.
    """
    if not Payment.objects.filter(pk=payment_id, release_asked_at__isnull=False, released_minor=0).exists():
        return
    with count_setbacks(Work.RELEASE, payment_id, payment_id=payment_id):
        attempt, provider_id = _begin(payment_id)
        try:
            truth = call_gateway(attempt, lambda gateway: gateway.void(provider_id, key=attempt.key))
        except Refused:
            _refused(payment_id)
        else:
            record_truth(payment_id=payment_id, truth=truth)


@transaction.atomic(durable=True)
def _begin(payment_id: int) -> tuple[Attempt, str]:
    payment = lock_payment(payment_id)
    opened = payment.attempts.filter(kind=AttemptKind.OPEN).exclude(provider_id="").latest("pk")
    # A gateway repeats its answer to a key, so that what follows a clear no needs a key of its own.
    refused = payment.attempts.filter(kind=AttemptKind.VOID, outcome=Outcome.REFUSED).count()
    return begin_attempt(payment, AttemptKind.VOID, f"rest.{refused}"), opened.provider_id


def _refused(payment_id: int) -> None:
    """A no may mean "I did that already": the truth first, then what is left of the wish."""
    sync_payment(payment_id)
    with transaction.atomic(durable=True):
        payment = lock_payment(payment_id)
        if payment.released_minor:
            return
        payment.release_asked_at = None
        payment.save(update_fields=["release_asked_at"])
        send_to_review(payment, "release_refused")
        announce_payment(payment_id)
