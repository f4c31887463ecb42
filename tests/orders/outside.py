"""A gateway and a carrier that answer from memory, and what a buyer or a postman makes of them."""

from dataclasses import replace
from itertools import count

from localization.outside import Refused, Unavailable
from logistics.carriers.base import Booking
from orders.models import Order
from payments.gateways.base import GatewayPayment, Movement
from payments.models import Attempt
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment

PAYMENTS = {}
BOOKINGS = {}
_number = count(1)


def silent(*_, **__):
    """Nobody answers."""
    raise Unavailable("no answer")


def forget():
    """Nobody has paid or sent anything yet."""
    PAYMENTS.clear()
    BOOKINGS.clear()


class FakeGateway:
    """Implements payments.gateways.base.Gateway."""

    def __init__(self, *, name):
        self.name = name

    def open(self, request):
        provider_id = f"pay-{request.key}"
        fresh = GatewayPayment(
            provider_id=provider_id,
            status="open",
            reference=request.reference,
            amount=request.amount,
            authorized=request.amount * 0,
            released=request.amount * 0,
            page_url=f"https://pay.example/{provider_id}",
        )
        return PAYMENTS.setdefault(provider_id, fresh)

    def look_up(self, provider_id):
        return PAYMENTS[provider_id]

    def capture(self, request):
        return self._change(
            request.provider_id, status="captured", captures=(Movement(request.reference, request.amount),)
        )

    def void(self, provider_id, *, key):
        return self._change(provider_id, status="voided")

    def refund(self, request):
        done = PAYMENTS[request.provider_id].refunds
        return self._change(request.provider_id, refunds=(*done, Movement(request.reference, request.amount)))

    def _change(self, provider_id, **news):
        PAYMENTS[provider_id] = replace(PAYMENTS[provider_id], **news)
        return PAYMENTS[provider_id]


class FakeCarrier:
    """Implements the part of logistics.carriers.base.Carrier that orders sets in motion."""

    def __init__(self, **_):
        pass

    def book(self, request, *, key):
        booking = Booking(carrier_reference=key, number=f"LX{next(_number):09}CN")
        return BOOKINGS.setdefault(key, booking)

    def hand_over(self, carrier_reference):
        if carrier_reference not in BOOKINGS:
            raise Refused("unknown")

    def cancel(self, carrier_reference):
        BOOKINGS.pop(carrier_reference)

    def scans(self, carrier_reference):
        return ()


def approve(order, *, position=1, **news):
    """The buyer goes to the page and pays; the gateway knows, we do not yet. Answers the payment's id."""
    payment_id = order.payments.get(position=position).payment_id
    start_payment(payment_id=payment_id)
    provider_id = Attempt.objects.filter(payment_id=payment_id, kind="open").latest("pk").provider_id
    authorized = {"status": "authorized", "authorized": PAYMENTS[provider_id].amount}
    PAYMENTS[provider_id] = replace(PAYMENTS[provider_id], **{**authorized, **news})
    return payment_id


def pay(order, **options):
    """The buyer pays and the news arrives at payments."""
    payment_id = approve(order, **options)
    sync_payment(payment_id)
    return payment_id


def again(order):
    """The order as it is now."""
    return Order.objects.get(pk=order.pk)
