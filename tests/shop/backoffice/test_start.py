"""The start page: what needs doing, for whoever looks, at a constant cost."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalog.models import StockLevel, Variant
from catalog.states import ProductState
from localization import clock
from localization.models import ExchangeRate
from localization.states import RateState
from logistics.models import Shipment, TariffPack, TrackingNotification
from logistics.states import ShipmentState
from orders.models import Order
from orders.services.withdraw_order import withdraw_order
from payments.models import Payment, Refund
from shop.backoffice.todo import todos
from tests.orders.making import make_order, make_variant
from tests.orders.outside import pay


def words(merchant_ids):
    """The sentences of the start page."""
    return [str(todo.text) for todo in todos(merchant_ids)]


@pytest.fixture
def alpha(world):
    return world.alpha


def test_a_quiet_shop_has_nothing_to_do(world, alpha):
    assert words(frozenset({alpha.merchant.pk})) == []


def test_a_merchant_reads_of_own_parcels_drafts_and_empty_shelves(
    world, alpha, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        order = make_order((alpha.variant, 1), (world.beta.variant, 1))
    with django_capture_on_commit_callbacks(execute=True):
        pay(order)
    draft = make_variant(alpha.merchant, sku="DRAFT", hs_code="")
    type(draft.product).objects.filter(pk=draft.product_id).update(state=ProductState.DRAFT)
    make_variant(alpha.merchant, sku="GONE", on_hand=0)
    assert words(frozenset({alpha.merchant.pk})) == [
        "1 parcel waits for dispatch.",
        "1 draft still needs an HS code, an origin or a weight.",
        "1 variant is sold out.",
    ]
    assert words(frozenset({world.beta.merchant.pk})) == ["1 parcel waits for dispatch."]
    assert words(None)[0] == "2 parcels wait for dispatch."


def test_an_operator_reads_of_everything_that_needs_a_person(world):
    now = clock.now()
    Payment.objects.filter(pk=Payment.objects.first().pk).update(review_reason="claim")
    failed, silent = Shipment.objects.order_by("pk")
    Shipment.objects.filter(pk=failed.pk).update(state=ShipmentState.FAILED)
    Shipment.objects.filter(pk=silent.pk).update(
        state=ShipmentState.IN_TRANSIT, number="LX1CN", news_at=now - timedelta(days=8)
    )
    ExchangeRate.objects.create(
        currency="SEK", rate=Decimal(11), day=clock.today(), provider="test", state=RateState.HELD
    )
    outcome = TrackingNotification.Outcome.UNMATCHED
    TrackingNotification.objects.create(
        carrier="sandbox", event_id="1", body=b"{}", received_at=now, outcome=outcome
    )
    pack = TariffPack.objects.filter(active=True).first()
    TariffPack.objects.filter(active=True).update(expires=None)
    TariffPack.objects.filter(pk=pack.pk).update(expires=clock.today() + timedelta(days=3))
    assert set(words(None)) == {
        "1 payment is under review.",
        "1 shipment was refused by its carrier.",
        "1 shipment has been silent for a week.",
        "1 exchange rate is held.",
        "1 message of a carrier could not be placed.",
        "1 tariff pack ends within a month.",
    }


def test_an_operator_reads_of_orders_that_were_not_delivered(world):
    Order.objects.filter(pk=Order.objects.first().pk).update(state="undelivered")
    assert "1 order was not delivered: decide whether to pay it back." in words(None)
    assert not [text for text in words(frozenset({world.alpha.merchant.pk})) if "not delivered" in text]


def test_an_operator_reads_of_withdrawals_after_dispatch_until_something_is_paid_back(world, alpha):
    withdraw_order(order_id=alpha.order.pk, actor="guest")
    text = "1 buyer withdrew after dispatch: say where to send the pieces, then pay back."
    assert text in words(None)
    assert text not in words(frozenset({alpha.merchant.pk}))
    payment = alpha.order.payments.get().payment
    Refund.objects.create(payment=payment, reference="withdrawn", minor=100, created_at=clock.now())
    assert text not in words(None)


def test_a_withdrawal_that_cancelled_the_order_is_no_work(world):
    withdraw_order(order_id=world.shared.pk, actor="guest")
    assert not [text for text in words(None) if "withdrew" in text]


def test_the_page_links_to_lists_that_open(world, alpha):
    StockLevel.objects.update(on_hand=0, held=0)
    Variant.objects.update(weight_grams=0)
    for role, ids in (("alpha", frozenset({alpha.merchant.pk})), ("operator", None)):
        browser = world.client(role)
        for todo in todos(ids):
            assert browser.get(todo.link).status_code == 200, todo.link


def test_operators_see_whether_the_books_balance_and_merchants_do_not(world):
    assert 'data-books="balanced"' in world.client("operator").get("/admin/").content.decode()
    assert "data-books" not in world.client("alpha").get("/admin/").content.decode()


def test_a_merchant_reads_the_own_share_of_an_order(world, alpha):
    page = world.client("alpha").get("/admin/")
    shown = {order.number: order.total for order in page.context["start"].orders}
    own = world.shared.parcels.get(merchant=alpha.merchant).total
    assert shown[world.shared.number] == own
    assert own < world.shared.total


@pytest.mark.parametrize(("role", "most"), [("alpha", 16), ("operator", 29)])
def test_the_cost_of_the_page_does_not_depend_on_how_much_there_is(
    world, django_assert_max_num_queries, role, most
):
    browser = world.client(role)
    browser.get("/admin/")
    with django_assert_max_num_queries(most) as few:
        browser.get("/admin/")
    for number in range(4):
        make_order((world.alpha.variant, 1), email=f"more{number}@example.com")
    with django_assert_max_num_queries(len(few.captured_queries)):
        browser.get("/admin/")


def test_the_language_of_the_menu_is_kept_and_leads_back(world):
    browser = world.client("alpha")
    answer = browser.post("/admin/language/", {"language": "ja", "next": "/admin/catalog/product/"})
    assert (answer["Location"], answer.cookies["visit"].value) == ("/admin/catalog/product/", "-ja")
    assert 'lang="ja"' in browser.get("/admin/").content.decode()
    outside = browser.post("/admin/language/", {"language": "xx", "next": "https://evil.example/"})
    assert (outside["Location"], outside.cookies["visit"].value) == ("/admin/", "-en")
