"""A row that somebody else holds for too long: the buyer hears so with a time to come back, and nothing is half-written."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from catalog.models import StockHold, StockLevel
from orders.models import Cart, Order, PlacedKey, Quote
from payments.models import Payment
from tests.orders import outside
from tests.orders.making import free, make_merchant, make_reference, make_variant
from tests.shop.storefront.checkout.buying import order_form, press, to_review

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scarf(settings):
    """A scarf on a shelf, a gateway that answers from memory."""
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    outside.forget()
    make_reference()
    return make_variant(make_merchant())


@pytest.fixture
def impatient() -> Iterator[None]:
    """This thread's connection waits for a lock for a fifth of a second, as production does for five."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '200ms'")
    yield
    connection.close()


class Holder:
    """Another connection that keeps the shelf's row locked while the block runs."""

    def __init__(self) -> None:
        self.held, self.let_go = Event(), Event()
        self.thread = Thread(target=self._hold)

    def _hold(self) -> None:
        try:
            with transaction.atomic():
                list(StockLevel.objects.select_for_update())
                self.held.set()
                self.let_go.wait(timeout=30)
        finally:
            connections.close_all()

    def __enter__(self) -> None:
        self.thread.start()
        assert self.held.wait(timeout=10)

    def __exit__(self, *_: object) -> None:
        self.let_go.set()
        self.thread.join()


def test_an_order_that_waits_too_long_for_its_pieces_is_a_503_and_leaves_nothing_behind(scarf, impatient):
    buyer = Client(raise_request_exception=False)
    form = order_form(to_review(buyer, scarf))
    with Holder():
        answer = press(buyer, form)
        assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    for rows in (Order, PlacedKey, Payment, StockHold):
        assert not rows.objects.exists()
    assert Quote.objects.get(pk=form["quote_id"]).used_at is None
    assert Cart.objects.get().lines.get().quantity == 1
    assert free(scarf) == 10


def test_the_same_form_sent_again_after_the_wait_makes_the_order(scarf, impatient):
    buyer = Client(raise_request_exception=False)
    form = order_form(to_review(buyer, scarf))
    with Holder():
        press(buyer, form)
    assert press(buyer, form).status_code in {302, 303}
    assert Order.objects.count() == 1
    assert free(scarf) == 9
