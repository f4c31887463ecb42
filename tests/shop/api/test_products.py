"""Products and offers over the API."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.django_db


def test_a_list_tells_the_delivered_price(api, scarf):
    card = api.get("/api/v1/products/", {"market": "de"}).json()["results"][0]
    names = ("goods", "freight", "duty", "tax", "fees")
    parts = sum(Decimal(card[name]["amount"]) for name in names)
    assert card["handle"] == "scarf"
    assert card["delivered"] == {"amount": str(parts), "currency": "EUR"}


def test_a_list_is_one_query_once_the_markets_are_known(api, scarf, django_assert_num_queries):
    api.get("/api/v1/products/", {"market": "de"})
    with django_assert_num_queries(1):
        api.get("/api/v1/products/", {"market": "de"})


def test_search_finds_by_the_name_in_the_callers_language(api, scarf):
    found = api.get("/api/v1/products/", {"market": "de", "language": "de", "search": "Schal"}).json()
    assert [card["handle"] for card in found["results"]] == ["scarf"]


def test_a_product_tells_its_customs_facts(api, scarf):
    product = api.get("/api/v1/products/scarf/", {"market": "de", "language": "en"}).json()
    assert product["title"] == "Scarf SCARF"
    assert [(v["sku"], v["hs_code"], v["origin"], v["weight_grams"]) for v in product["variants"]] == [
        ("SCARF", "621410", "CN", 150)
    ]


@pytest.mark.parametrize(
    ("query", "status", "where"),
    [
        ({"market": "atlantis"}, 404, None),
        ({}, 400, "market"),
        ({"market": "de", "size": "1000"}, 400, "size"),
        ({"market": "de", "language": "xx"}, 400, "language"),
        ({"market": "de", "after": "'; DROP TABLE"}, 400, None),
    ],
)
def test_a_bad_question_is_a_problem_that_names_the_field(api, scarf, query, status, where):
    answer = api.get("/api/v1/products/", query)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert where is None or where in answer.json()["errors"]


def test_a_missing_product_is_404(api, scarf):
    assert api.get("/api/v1/products/none/", {"market": "de"}).status_code == 404
