"""Open a payment at its gateway, under the attempt's own key however often it is sent."""

from localization.outside import Misread, Unavailable
from payments.gateways.base import GatewayPayment, OpenRequest
from payments.models import Attempt
from payments.services.call_gateway import call_gateway


def open_at_gateway(attempt: Attempt) -> GatewayPayment:
    """The gateway's payment for this attempt. Raises Unavailable when the outcome is unknown, Refused for a no."""
    payment = attempt.payment
    request = OpenRequest(
        key=attempt.key,
        amount=payment.amount,
        reference=payment.reference,
        description=payment.description,
        language=payment.language,
        return_url=payment.return_url,
    )
    try:
        return call_gateway(attempt, lambda gateway: gateway.open(request))
    except Misread as error:
        raise Unavailable("the gateway's answer could not be read") from error
