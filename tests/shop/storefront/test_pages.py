"""Home, category, search and product: what they show, and how little they ask the database."""

import pytest
from django.test import Client

from catalog.models import Offer, StockLevel, Variant
from catalog.services.store_offers import store_offers
from tests.catalog.making import make_figures, make_product, make_variant

HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("shelf")


def delivered(handle="scarf"):
    return Offer.objects.get(handle=handle, market="de", lead=True).delivered


def test_home_shows_each_workshop_and_its_pieces_at_their_delivered_price(client):
    response = client.get("/de/en/")
    assert [workshop.name for workshop in response.context["workshops"]] == ["Jiangnan"]
    assert f"€{delivered():.2f}" in response.content.decode()


def test_a_category_shows_its_pieces(client):
    response = client.get("/de/en/category/wear/")
    assert [card.offer.handle for card in response.context["cards"]] == ["scarf", "shawl", "stole"]
    assert b'aria-current="page">Wear</a>' in response.content


def test_a_long_category_goes_on_behind_a_plain_link_and_htmx_gets_only_the_next_cards(client, shelf):
    for number in range(30):
        make_product(shelf, f"extra-{number}")
    store_offers(
        [make_figures(variant) for variant in Variant.objects.filter(product__handle__startswith="extra")]
    )
    more = client.get("/de/en/category/wear/").context["more_url"]
    page = client.get(f"/de/en/category/wear/{more}")
    part = client.get(f"/de/en/category/wear/{more}", headers=HTMX)
    assert len(page.context["cards"]) == 33 - 24
    assert b"<html" in page.content
    assert b"<html" not in part.content
    assert part.content.count(b'<article class="card">') == 9
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize(
    "path",
    [
        "/de/en/category/nothing/",
        "/de/en/category/wear/?after=nonsense",
        "/de/en/product/nothing/",
        "/de/en/search/?q=scarf&after=nonsense",
    ],
)
def test_what_does_not_exist_is_a_404(client, path):
    assert client.get(path).status_code == 404


def test_search_finds_and_htmx_gets_only_the_results(client):
    page = client.get("/de/en/search/?q=scarf")
    part = client.get("/de/en/search/?q=scarf", headers=HTMX)
    assert [card.offer.handle for card in page.context["cards"]] == ["scarf"]
    assert part.content.strip().startswith(b'<div id="results">')


def test_search_says_plainly_what_it_did_not_find_and_escapes_it(client):
    text = client.get("/de/en/search/?q=%3Cscript%3Ezzz").content.decode()
    assert "Nothing here is called “&lt;script&gt;zzz”" in text
    assert "<script>zzz" not in text


def test_a_piece_shows_its_price_at_the_door_and_the_arithmetic_of_every_charge(client):
    response = client.get("/de/en/product/scarf/")
    piece = response.context["piece"]
    assert piece.parcel.totals.total.amount == delivered()
    charges = [charge for stop in piece.parcel.journey for charge in stop.charges]
    text = response.content.decode()
    assert charges
    assert text.count("<details>") == len(charges)
    assert all(charge.rule in text for charge in charges)
    assert 'action="/de/en/cart/add/" method="post"' in text


def test_a_chosen_variant_swaps_the_offer_alone(client):
    other = make_variant(Variant.objects.get(sku="SCARF").product, sku="SCARF-2")
    store_offers([make_figures(other, goods="79.00")])
    part = client.get(f"/de/en/product/scarf/?variant={other.pk}", headers=HTMX).content.decode()
    assert part.strip().startswith('<div id="offer"')
    assert f'name="variant_id" value="{other.pk}"' in part
    assert "€79.00" in part


@pytest.mark.parametrize("wanted", ["0", "x", "%00", "99999999999999999999"])
def test_an_unknown_variant_is_the_one_the_page_opens_with(client, wanted):
    response = client.get(f"/de/en/product/scarf/?variant={wanted}")
    assert response.context["piece"].chosen.sku == "SCARF"


def test_where_no_price_can_be_named_the_page_says_so_and_sells_nothing(client):
    Variant.objects.update(hs_code="")
    response = client.get("/us/en/product/scarf/")
    text = response.content.decode()
    assert response.status_code == 200
    assert "We cannot name a price to United States" in text
    assert '<form class="offer__buy"' not in text


def test_a_piece_that_has_run_out_cannot_be_put_into_the_cart(client):
    StockLevel.objects.update(on_hand=0)
    text = client.get("/de/en/product/scarf/").content.decode()
    assert "Sold out for now." in text
    assert 'class="offer__buy"' not in text


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/de/en/?fresh", 4),
        ("/de/en/category/wear/?fresh", 4),
        ("/de/en/search/?q=scarf", 4),
        ("/de/en/product/scarf/?fresh", 5),
    ],
)
def test_a_page_made_anew_asks_few_questions(client, django_assert_max_num_queries, path, most):
    client.get("/de/en/product/scarf/?fresh")  # a worker that has read markets, rates and tariffs once
    with django_assert_max_num_queries(most):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/de/en/", "/de/en/category/wear/", "/de/en/product/scarf/"])
def test_a_warm_page_asks_none(client, django_assert_num_queries, path):
    cold = client.get(path).content
    with django_assert_num_queries(0):
        warm = Client().get(path)
    assert warm.status_code == 200
    assert len(warm.content) == len(cold)


@pytest.mark.parametrize(
    "path", ["/de/en/", "/de/en/category/wear/", "/de/en/search/?q=scarf", "/de/en/product/scarf/"]
)
def test_no_page_carries_inline_script_or_style(client, path):
    text = client.get(path).content.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert text.count("<script") == text.count("<script src=")
    assert text.count("<h1") == 1


def test_a_piece_that_may_not_go_there_says_why_and_cannot_be_bought(client):
    Variant.objects.update(hs_code="930200")
    Offer.objects.update(refusal="restricted")
    text = client.get("/de/en/product/scarf/").content.decode()
    assert "This piece is not sold to Germany." in text
    assert "Weapons, ammunition and their parts cannot be sent." in text
    assert '<form class="offer__buy"' not in text


def test_a_warning_of_a_restriction_stands_before_the_button(client):
    Variant.objects.update(hs_code="821192")
    text = client.get("/de/en/product/scarf/").content.decode()
    assert text.index("Some knives are not allowed") < text.index('<form class="offer__buy"')
