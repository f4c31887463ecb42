"""What pages get to see of carts, quotes and orders, with a pinned number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product, StockLevel, Variant
from orders.refusals import CartNotFound, OrderNotFound, QuoteNotFound
from orders.selectors.cart_view import cart_view
from orders.selectors.order_list import order_id_of, orders_of
from orders.selectors.order_view import order_view
from orders.selectors.quote_view import quote_view
from orders.services.dispatch_parcel import dispatch_parcel
from orders.values.pages import Estimate, NoEstimate
from tests.orders.making import eur, make_cart, make_merchant, make_order, make_quote, make_variant
from tests.orders.outside import pay


def queries(call):
    """How many queries a warm call takes."""
    call()
    with CaptureQueriesContext(
        connection,
    ) as seen:
        call()
    return len(seen)


def test_a_cart_is_priced_and_estimated_to_the_markets_country(scarf):
    view = cart_view(make_cart((scarf, 2)), "en")
    (line,) = view.lines
    assert (line.title, line.unit_price, line.amount) == ("Scarf SCARF", eur("37.95"), eur("75.90"))
    assert (view.quantity, view.goods) == (2, eur("75.90"))
    assert isinstance(view.estimate, Estimate)
    assert (view.estimate.country, view.estimate.totals.total) == ("DE", eur("102.13"))
    assert view.estimate.journey[-1].total == eur("102.13")


def test_an_empty_cart_has_no_estimate(reference):
    view = cart_view(make_cart(), "en")
    assert (view.lines, view.estimate, view.goods) == ((), None, eur(0))


def test_a_line_that_cannot_be_had_says_why_and_counts_for_nothing(scarf, merchant):
    gone, few = make_variant(merchant, "GONE"), make_variant(merchant, "FEW")
    token = make_cart((scarf, 1), (gone, 1), (few, 3))
    Product.objects.filter(pk=gone.product_id).update(state="withdrawn")
    StockLevel.objects.filter(variant=few).update(on_hand=2)
    view = cart_view(token, "en")
    assert [line.problem for line in view.lines] == ["", "No longer for sale", "Only 2 left"]
    assert view.goods == eur("37.95")
    assert view.estimate.totals.goods == eur("37.95")


def test_what_cannot_be_quoted_is_no_estimate_and_not_zero(merchant):
    view = cart_view(make_cart((make_variant(merchant, "RIDDLE", hs_code=""), 1)), "en")
    assert isinstance(view.estimate, NoEstimate)
    assert view.estimate.code == "cannot_price_line"
    assert "RIDDLE" in view.estimate.reason


def test_lines_are_grouped_by_the_warehouse_they_leave(scarf):
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    groups = cart_view(make_cart((bowl, 1), (scarf, 1)), "en").groups
    assert [(group.merchant_code, group.origin_city) for group in groups] == [
        ("jiangnan", "Hangzhou"),
        ("kyoto", "Kyoto"),
    ]


def test_a_longer_cart_takes_no_more_queries(scarf, merchant):
    short = make_cart((scarf, 1))
    long = make_cart(*[(make_variant(merchant, f"SCARF-{number}"), 1) for number in range(10)])
    assert queries(lambda: cart_view(short, "en")) == queries(lambda: cart_view(long, "en")) <= 8


def test_a_guessed_cart_is_not_there(reference):
    with pytest.raises(CartNotFound):
        cart_view("guessed", "en")


def test_a_quote_is_shown_as_frozen_in_one_query(scarf):
    token = make_cart((scarf, 2))
    quote_id = make_quote(token)
    view = quote_view(quote_id, "en", cart_token=token)
    assert (view.totals.total, view.expired, view.used) == (eur("102.13"), False, False)
    assert [choice.code for choice in view.parcels[0].choices] == ["causeway-post-ddp", "causeway-express"]
    assert view.address.city == "Berlin"
    assert view.rates[0].provider == "ecb"
    assert queries(lambda: quote_view(quote_id, "en", cart_token=token)) == 1


def test_the_quote_of_another_cart_is_not_there(scarf):
    quote_id = make_quote(make_cart((scarf, 2)))
    with pytest.raises(QuoteNotFound):
        quote_view(quote_id, "en", cart_token=make_cart())


def test_an_order_shows_its_price_and_what_may_be_done(scarf):
    order = make_order((scarf, 2))
    view = order_view(order.token, "en")
    assert (view.number, view.state, view.totals.total) == (order.number, "awaiting_payment", order.total)
    assert (view.can_pay, view.can_cancel, view.payment_state) == (True, True, "new")
    assert view.address_lines[0] == "Ada Kurz"
    assert [stop.kind for stop in view.journey] == ["workshop", "freight", "border", "door"]


@pytest.mark.django_db(transaction=True)
def test_a_dispatched_order_shows_its_parcel(scarf):
    order = make_order((scarf, 2))
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="mei")
    view = order_view(order.token, "en")
    (parcel,) = view.parcels
    assert parcel.tracking_number.startswith("LX")
    assert (view.can_pay, view.can_cancel) == (False, False)
    assert [row.target for row in view.history] == ["awaiting_payment", "confirmed", "dispatched"]


def test_an_order_with_more_lines_takes_no_more_queries(scarf, merchant):
    few = make_order((scarf, 1))
    many = make_order(*[(make_variant(merchant, f"SCARF-{number}"), 1) for number in range(10)])
    assert queries(lambda: order_view(few.token, "en")) == queries(lambda: order_view(many.token, "en")) <= 7


def test_a_guessed_link_opens_nothing(scarf):
    order = make_order((scarf, 1))
    for token in ("guessed", order.number, ""):
        with pytest.raises(OrderNotFound):
            order_view(token, "en")


def test_a_customer_sees_their_own_orders_in_three_queries(scarf, django_user_model):
    ada, eve = (
        django_user_model.objects.create_user(f"{name}@example.com", "long enough") for name in ("ada", "eve")
    )
    first, second = (make_order((scarf, 2), customer_id=ada.pk) for _ in range(2))
    stranger = make_order((scarf, 1))
    mine = orders_of(ada.pk)
    assert [(order.number, order.quantity, order.total) for order in mine] == [
        (second.number, 2, second.total),
        (first.number, 2, first.total),
    ]
    assert orders_of(eve.pk) == ()
    assert order_id_of(ada.pk, first.number) == first.pk
    assert order_id_of(eve.pk, first.number) is None
    assert order_id_of(ada.pk, stranger.number) is None
    assert queries(lambda: orders_of(ada.pk)) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "\x00", "unknown", "ü", "a" * 5000])
def test_a_strange_link_is_an_unknown_one(token):
    with pytest.raises(OrderNotFound):
        order_view(token, "en")


def test_a_line_that_may_not_go_there_says_why_and_counts_for_nothing(scarf):
    token = make_cart((scarf, 1))
    Variant.objects.update(hs_code="930200")
    view = cart_view(token, "en")
    assert view.lines[0].problem == (
        "“Scarf SCARF” cannot be delivered there. Weapons, ammunition and their parts cannot be sent."
    )
    assert (view.goods, view.estimate) == (eur(0), None)
