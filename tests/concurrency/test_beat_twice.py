"""Two schedulers at once, as after a careless deployment: each thing is done once."""

from datetime import timedelta
from functools import partial

import pytest
from django.core import mail

from catalog.models import StockHold
from catalog.services.release_expired_holds import release_expired_holds
from localization import clock
from orders.models import Order, OrderMail
from orders.services.sweep_orders import sweep_orders
from payments.services.sweep_payments import sweep_payments
from tests.concurrency.crowd import crowd
from tests.orders import outside
from tests.orders.making import free, make_merchant, make_order, make_reference, make_variant
from tests.orders.outside import pay

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
SWEEPS = (release_expired_holds, sweep_orders, sweep_payments)


@pytest.fixture
def scarf(settings):
    """A scarf on a shelf, a gateway that answers from memory."""
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    outside.forget()
    make_reference()
    return make_variant(make_merchant())


def test_two_beats_cancel_free_and_write_once(scarf):
    unpaid = make_order((scarf, 2))
    past = clock.now() - timedelta(minutes=1)
    Order.objects.update(hold_until=past)
    StockHold.objects.update(until=past)
    answers = crowd([partial(sweep) for sweep in (*SWEEPS, *SWEEPS)])
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert list(unpaid.history.order_by("pk").values_list("target", flat=True)) == [
        "awaiting_payment",
        "cancelled",
    ]
    assert free(scarf) == 10
    assert [letter.to for letter in mail.outbox] == [["ada@example.com"]]


def test_two_beats_send_a_lost_letter_once(scarf):
    order = make_order((scarf, 1))
    pay(order)
    mail.outbox.clear()
    OrderMail.objects.update(sent_at=None, claimed_at=None, asked_at=clock.now() - timedelta(hours=1))
    crowd([sweep_orders, sweep_orders])
    assert len(mail.outbox) == 1
    assert OrderMail.objects.get().sent_at is not None
