"""Act on a message: compare what it says with what we asked for, then ask the gateway for the truth."""

from decimal import Decimal

import structlog
from django.db import InterfaceError, OperationalError, transaction

from localization.outside import Misread, Refused, Unavailable
from payments.events import announce_payment
from payments.gateways.registry import gateway
from payments.models import Attempt, AttemptKind, Handling, Notification, Payment
from payments.services.lock_payment import lock_payment
from payments.services.record_truth import record_truth
from payments.services.send_to_review import send_to_review

_log = structlog.get_logger(__name__)
_MOST_TRIES = 5


def apply_notification(notification_id: int) -> None:
    """Bring the payment a message is about up to date; harmless to repeat.

    Messages come twice, late and out of order, so one is a reason to ask and never the fact itself. One that claims
    another amount, currency or order sends the payment to review. A message about a payment we do not know (yet) is
    tried again and parked in the end, and so is one that we fail on. A gateway or a database that is away is no fault
    of the message. Raises Unavailable when the gateway does not answer, and whatever we failed on.
    """
    message = Notification.objects.get(pk=notification_id)
    if message.handling != Handling.WAITING:
        return
    try:
        _apply(message)
    except (Unavailable, OperationalError, InterfaceError):
        raise
    except Exception:
        _try_later(message)
        raise


def _apply(message: Notification) -> None:
    opened = _attempt(message)
    if opened is None:
        _try_later(message)
    elif problem := _problem(message, opened.payment):
        _review(message, opened.payment_id, problem)
    else:
        _take_over(message, opened.payment_id)


def _take_over(message: Notification, payment_id: int) -> None:
    try:
        truth = gateway(message.gateway).look_up(message.provider_id)
    except (Refused, Misread):
        _try_later(message)
        return
    record_truth(payment_id=payment_id, truth=truth)
    _handled(message, Handling.APPLIED)


def _attempt(message: Notification) -> Attempt | None:
    opened = Attempt.objects.filter(
        kind=AttemptKind.OPEN, gateway=message.gateway, provider_id=message.provider_id
    )
    return opened.select_related("payment").first()


def _problem(message: Notification, payment: Payment) -> str:
    claim = message.claim
    if claim["currency"] != payment.currency:
        return "currency"
    if Decimal(claim["amount"]) != payment.amount.amount:
        return "amount"
    return "" if claim["reference"] == payment.reference else "reference"


@transaction.atomic
def _review(message: Notification, payment_id: int, problem: str) -> None:
    send_to_review(lock_payment(payment_id), problem)
    announce_payment(payment_id)
    _handled(message, Handling.APPLIED)


def _try_later(message: Notification) -> None:
    message.tries += 1
    parked = message.tries >= _MOST_TRIES
    if parked:
        _log.critical("gateway_message_parked", gateway=message.gateway, message_id=message.pk)
    _handled(message, Handling.PARKED if parked else Handling.WAITING)


def _handled(message: Notification, handling: Handling) -> None:
    message.handling = handling
    message.save(update_fields=["handling", "tries"])
