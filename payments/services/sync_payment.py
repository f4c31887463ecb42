"""Ask the gateway what is true about a payment."""

from payments.events import Work
from payments.gateways.base import GatewayPayment
from payments.gateways.registry import gateway
from payments.models import Attempt, AttemptKind, Outcome
from payments.services.count_setbacks import count_setbacks
from payments.services.open_at_gateway import open_at_gateway
from payments.services.record_truth import record_truth


def sync_payment(payment_id: int) -> None:
    """Bring our books in line with the gateway's; nothing happens for a payment it never heard of.

    An attempt whose opening was never answered is sent again under its own key, which tells the same.
    Raises Unavailable, Refused or Misread from localization.outside.
    """
    latest = Attempt.objects.filter(payment_id=payment_id, kind=AttemptKind.OPEN).last()
    if latest is None or (latest.outcome == Outcome.REFUSED and not latest.provider_id):
        return
    with count_setbacks(Work.LOOK, payment_id, payment_id=payment_id):
        record_truth(payment_id=payment_id, truth=_ask(latest))


def _ask(opened: Attempt) -> GatewayPayment:
    if opened.provider_id:
        return gateway(opened.gateway).look_up(opened.provider_id)
    return open_at_gateway(opened)
