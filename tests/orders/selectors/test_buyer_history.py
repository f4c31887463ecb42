"""What a buyer's placed orders use of China's yearly limit, and that the next quote knows it."""

from datetime import timedelta

import pytest
from moneyed import Money

from localization import clock
from localization.addresses import Address
from localization.selectors import fx_table
from logistics.landed_cost import CannotQuote
from logistics.models import ShipmentHistory
from orders.models import Order, Withdrawal
from orders.selectors.buyer_history import BuyerKey, buyer_year_to_date
from orders.services.cancel_order import cancel_order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.place_order import place_order
from orders.states import OrderState
from tests.orders.making import make_cart, make_merchant, make_quote, make_variant, make_wish
from tests.orders.outside import pay

pytestmark = pytest.mark.django_db(transaction=True)
SHANGHAI = Address(
    name="张三丰",
    street="南京西路1号",
    city="静安区",
    region="Shanghai Shi",
    country="CN",
    postcode="200040",
    email="san@example.com",
    phone="+8613800000000",
)
SAN = BuyerKey(email="San@Example.com")


@pytest.fixture
def bowl(reference):
    """A bowl of Kyoto for JPY 60,000, about CNY 2,850."""
    return make_variant(
        make_merchant("kyoto", "JP", "JPY"), "BOWL", price="60000", hs_code="691110", on_hand=99
    )


@pytest.fixture
def dear(reference):
    """A bowl for JPY 100,000, about CNY 4,750: five in a year, not six."""
    return make_variant(
        make_merchant("kyoto", "JP", "JPY"), "BOWL", price="100000", hs_code="691110", on_hand=99
    )


def bought(bowl, quantity=1, **changes):
    """An order of bowls to Shanghai."""
    token = make_cart((bowl, quantity), market="cn", language="zh")
    wish = {"email": "san@example.com", "language": "zh", "identifier": "11010519491231002X", **changes}
    return Order.objects.get(pk=place_order(make_wish(token, make_quote(token, SHANGHAI), **wish)))


def used(buyer=SAN, country="CN", on=None):
    """What is used of the limit today."""
    return buyer_year_to_date(buyer, country=country, on=on or clock.today(), fx=fx_table())


def worth(order):
    """The dutiable value of an order."""
    return order.goods + order.freight


def went(order, *moves):
    """The order's only shipment made these moves, each (state, days ago)."""
    link = order.parcels.get().shipments.get()
    for target, days in moves:
        at = clock.now() - timedelta(days=days)
        ShipmentHistory.objects.create(shipment_id=link.shipment_id, source="booked", target=target, at=at)


@pytest.fixture
def sent(bowl):
    """A paid order that has left."""
    order = bought(bowl)
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    return order


def test_orders_of_one_address_add_up_whatever_their_spelling(bowl):
    first, second = bought(bowl), bought(bowl)
    assert used() == worth(first) + worth(second)
    assert used().currency.code == "CNY"


def test_nobody_elses_orders_count(bowl):
    bought(bowl)
    assert used(BuyerKey(email="si@example.com")) == Money(0, "CNY")


def test_an_account_and_an_address_are_one_buyer(bowl, django_user_model):
    user = django_user_model.objects.create_user("other@example.com", "a long password 7")
    by_account = bought(bowl, customer_id=user.pk, email="other@example.com")
    by_address = bought(bowl)
    assert used(BuyerKey(customer_id=user.pk, email="san@example.com")) == worth(by_account) + worth(
        by_address
    )
    assert used(BuyerKey(customer_id=user.pk)) == worth(by_account)


def test_nothing_is_counted_where_nothing_is_limited_or_nobody_is_known(bowl):
    bought(bowl)
    assert used(country="DE") is None
    assert used(BuyerKey()) is None


def test_a_cancelled_order_gives_its_part_back(bowl):
    order = bought(bowl)
    cancel_order(order_id=order.pk, actor="san", reason="changed my mind")
    assert Order.objects.get(pk=order.pk).state == OrderState.CANCELLED
    assert used() == Money(0, "CNY")


def test_last_year_is_forgotten(bowl):
    order = bought(bowl)
    Order.objects.filter(pk=order.pk).update(placed_at=order.placed_at.replace(year=order.placed_at.year - 1))
    assert used() == Money(0, "CNY")


@pytest.mark.parametrize(
    ("moves", "counted"),
    [
        ([("customs_released", 40)], True),
        ([("customs_released", 40), ("returning", 12), ("returned", 1)], False),
        ([("customs_released", 40), ("returning", 9), ("returned", 1)], True),
        ([("delivered", 20), ("returned", 1)], False),
        ([("import_customs", 90), ("returned", 1)], False),
        ([("import_customs", 90), ("lost", 1)], False),
    ],
)
def test_what_went_back_in_time_restores_the_limit(sent, moves, counted):
    went(sent, *moves)
    assert used() == (worth(sent) if counted else Money(0, "CNY"))


def test_the_day_of_the_withdrawal_decides_whether_it_was_in_time(sent):
    went(sent, ("customs_released", 40), ("returning", 5), ("returned", 1))
    assert used() == worth(sent)
    Withdrawal.objects.create(
        order=sent, at=clock.now() - timedelta(days=11), state=sent.state, cancelled=False
    )
    assert used() == Money(0, "CNY")


def test_the_order_that_passes_the_limit_is_refused_until_another_is_cancelled(dear):
    orders = [bought(dear) for _ in range(5)]
    assert Money(26000, "CNY") - worth(orders[0]) < used() <= Money(26000, "CNY")
    with pytest.raises(CannotQuote, match="26,000"):
        bought(dear)
    cancel_order(order_id=orders[0].pk, actor="san", reason="changed my mind")
    assert bought(dear).total == orders[0].total


def test_the_second_parcel_of_one_quote_knows_of_the_first(dear):
    for _ in range(4):
        bought(dear)
    vase = make_variant(make_merchant("osaka", "JP", "JPY"), "VASE", price="100000", hs_code="691110")
    assert make_quote(make_cart((dear, 1), market="cn", language="en"), SHANGHAI)
    assert make_quote(make_cart((vase, 1), market="cn", language="en"), SHANGHAI)
    with pytest.raises(CannotQuote, match="26,000"):
        make_quote(make_cart((dear, 1), (vase, 1), market="cn", language="en"), SHANGHAI)
