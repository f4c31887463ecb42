"""The list of a market: what it shows, in which order, and in how many queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from moneyed import Money

from catalog.models import Offer
from catalog.refusals import BadCursor
from catalog.selectors.listing import ListingQuery, listing
from catalog.services.store_offers import store_offers
from tests.catalog.making import (
    make_category,
    make_figures,
    make_merchant,
    make_product,
    make_variant,
    offer_everywhere,
)

pytestmark = pytest.mark.django_db


def test_a_page_is_one_query_without_count_or_offset(django_assert_num_queries):
    merchant = make_merchant()
    offer_everywhere([make_product(merchant) for _ in range(30)])
    with django_assert_num_queries(1) as captured:
        page = listing(ListingQuery(market="de", language="en"))
    sql = captured.captured_queries[0]["sql"].upper()
    assert len(page.cards) == 24
    assert "JOIN" not in sql
    assert "COUNT(" not in sql
    assert "OFFSET" not in sql


def plan_of(query):
    """How this database means to read a query; PostgreSQL would read so small a table whole unless told otherwise."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
            cursor.execute("EXPLAIN " + query)
            return " ".join(row[0] for row in cursor.fetchall())
        cursor.execute("EXPLAIN QUERY PLAN " + query)
        return " ".join(row[3] for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        ({}, "offer_shelf"),
        ({"category": "wear"}, "offer_category"),
        ({"merchant": "jiangnan"}, "offer_merchant"),
    ],
)
@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="its planner chooses by statistics of a full table"
)
def test_a_page_is_read_along_an_index_and_never_sorted(wanted, index):
    offer_everywhere([make_product(make_merchant())])
    with CaptureQueriesContext(connection) as captured:
        listing(ListingQuery(market="de", language="en", **wanted))
    plan = plan_of(captured[0]["sql"])
    assert re.findall(r"(?i)using (?:index )?(\w+)", plan) == [index]
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_pages_follow_one_another_without_gap_or_repetition():
    merchant = make_merchant()
    products = [make_product(merchant, rank=rank) for rank in (5, 5, 5, 1, 9, 5, 2)]
    offer_everywhere(products)
    seen, after = [], ""
    while True:
        page = listing(ListingQuery(market="de", language="en", after=after, size=2))
        seen += [card.product_id for card in page.cards]
        after = page.after
        if not after:
            break
    order = sorted(products, key=lambda product: (product.rank, product.offers.get().pk))
    assert seen == [product.pk for product in order]


def test_a_card_carries_the_price_at_the_door():
    product = make_product(make_merchant(), "silk-scarf", title="Silk scarf")
    offer_everywhere([product])
    (card,) = listing(ListingQuery(market="de", language="en")).cards
    assert (card.handle, card.title, card.merchant_name) == ("silk-scarf", "Silk scarf", "Jiangnan")
    assert (card.origin_city, card.origin_country, card.category_code) == ("Hangzhou", "CN", "wear")
    assert (card.goods, card.duty) == (Money("39.00", "EUR"), Money("3.00", "EUR"))
    assert (card.delivered, card.freight) == (Money("42.00", "EUR"), Money("6.50", "EUR"))
    assert card.in_stock
    assert card.refusal == ""


@pytest.mark.parametrize(
    ("language", "title"), [("ja", "絹のスカーフ"), ("de", "Silk scarf"), ("en", "Silk scarf")]
)
def test_a_title_falls_back_to_english(language, title):
    product = make_product(make_merchant(), title="Silk scarf")
    product.texts.create(language="ja", title="絹のスカーフ")
    offer_everywhere([product])
    assert listing(ListingQuery(market="de", language=language)).cards[0].title == title


def test_other_markets_other_categories_and_other_merchants_stay_out():
    here, there = make_merchant(), make_merchant("other")
    scarf = make_product(here, "scarf")
    bowl = make_product(there, "bowl", category=make_category("home"))
    offer_everywhere([scarf, bowl])
    assert [c.handle for c in listing(ListingQuery(market="de", language="en", category="home")).cards] == [
        "bowl"
    ]
    assert [c.handle for c in listing(ListingQuery(market="de", language="en", merchant="other")).cards] == [
        "bowl"
    ]
    assert listing(ListingQuery(market="jp", language="en")).cards == ()


def test_what_cannot_be_quoted_comes_last_with_its_reason():
    merchant = make_merchant()
    refused, quoted = make_product(merchant, "refused", rank=1), make_product(merchant, "quoted", rank=9)
    store_offers(
        [make_figures(refused.variants.get(), refusal="no_rate"), make_figures(quoted.variants.get())]
    )
    cards = listing(ListingQuery(market="de", language="en")).cards
    assert [(card.handle, card.refusal) for card in cards] == [("quoted", ""), ("refused", "no_rate")]


def test_a_product_of_many_variants_is_listed_once():
    product = make_product(make_merchant())
    make_variant(product, sku="SECOND")
    offer_everywhere([product])
    assert Offer.objects.count() == 2
    assert len(listing(ListingQuery(market="de", language="en")).cards) == 1


@pytest.mark.parametrize("cursor", ["x", "'; DROP TABLE", "LTEuMg", "MQ", "½", "MS4yLjM"])
def test_a_cursor_that_is_not_ours_is_refused(cursor):
    with pytest.raises(BadCursor):
        listing(ListingQuery(market="de", language="en", after=cursor))
