"""The route of one piece from the stored offer."""

from dataclasses import replace

import pytest
from moneyed import Money

from catalog.values import OfferCard
from localization.selectors import market
from shop.storefront.route import meets_border, whole_route
from shop.storefront.visit import Visit

pytestmark = pytest.mark.usefixtures("reference")


def eur(amount):
    return Money(amount, "EUR")


CARD = OfferCard(
    product_id=1,
    variant_id=1,
    handle="scarf",
    title="Scarf",
    merchant_name="Jiangnan",
    origin_city="Hangzhou",
    origin_country="CN",
    picture="",
    picture_alt="",
    tint="",
    goods=eur("39.00"),
    duty=eur("3.00"),
    tax=eur("8.55"),
    fees=eur("0.50"),
    delivered=eur("57.55"),
    freight=eur("6.50"),
    in_stock=True,
    category_code="wear",
)


def test_each_stop_adds_its_part_and_the_door_carries_the_whole():
    stops = whole_route(CARD, _berlin())
    assert [(stop.kind, stop.place, stop.adds, stop.total) for stop in stops] == [
        ("workshop", "Hangzhou", eur("39.00"), eur("39.00")),
        ("freight", "", eur("6.50"), eur("45.50")),
        ("border", "Germany", eur("12.05"), eur("57.55")),
        ("door", "Germany", eur(0), eur("57.55")),
    ]


def test_a_piece_that_crosses_no_border_has_no_such_stop():
    near = replace(CARD, origin_country="FR", origin_city="Lyon", duty=eur(0), tax=eur(0), fees=eur(0))
    assert not meets_border(near, _berlin())
    assert [stop.kind for stop in whole_route(near, _berlin())] == ["workshop", "freight", "door"]


def test_a_tax_within_the_union_still_shows_where_it_is_added():
    near = replace(CARD, origin_country="FR", duty=eur(0))
    assert meets_border(near, _berlin())
    assert [stop.kind for stop in whole_route(near, _berlin())] == ["workshop", "freight", "border", "door"]


def _berlin():
    return Visit(market=market("de"), language="en")
