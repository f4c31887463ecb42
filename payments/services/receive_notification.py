"""Take a gateway's message in: check it, keep it raw, answer at once; the work comes later."""

from collections.abc import Mapping

from django.db import transaction

from localization import clock
from localization.outside import BadSignature, Misread
from payments.events import Work, announce_work
from payments.gateways.base import Message
from payments.gateways.registry import gateway as gateway_named
from payments.models import Handling, Notification
from payments.refusals import BadNotification


def receive_notification(*, gateway: str, headers: Mapping[str, str], body: bytes) -> int:
    """The id of the message in the inbox; the same event again is the same message.

    Raises NoSuchGateway, and BadNotification for one that is unsigned, wrongly signed, out of time or unreadable.
    """
    now = clock.now()
    try:
        message = gateway_named(gateway).read_notification(headers, body, now=int(now.timestamp()))
    except (BadSignature, Misread) as error:
        raise BadNotification(gateway=gateway) from error
    with transaction.atomic():
        row, created = Notification.objects.get_or_create(
            gateway=gateway,
            event_id=message.event_id,
            defaults={**_columns(message), "body": body, "received_at": now},
        )
        if created and row.handling == Handling.WAITING:
            announce_work(Work.NOTIFICATION, row.pk)
    return row.pk


def _columns(message: Message) -> dict[str, object]:
    if message.payment is None:
        return {"kind": message.kind, "handling": Handling.IGNORED}
    claim = {
        "amount": str(message.payment.amount.amount),
        "currency": message.payment.amount.currency.code,
        "reference": message.payment.reference,
    }
    return {"kind": message.kind, "provider_id": message.provider_id, "claim": claim}
