"""The page of a product: its words, options, variants and prices, in four queries."""

import pytest
from moneyed import Money

from catalog.models import Option, OptionValue, Picture
from catalog.refusals import NotListed
from catalog.selectors.product_page import product_page
from catalog.services.withdraw_product import withdraw_product
from catalog.states import MerchantState
from tests.catalog.making import make_merchant, make_product, make_variant, offer_everywhere

pytestmark = pytest.mark.django_db


@pytest.fixture
def scarf():
    merchant = make_merchant(about={"en": "By the lake.", "de": "Am See."})
    product = make_product(merchant, "scarf", title="Silk scarf")
    product.texts.create(language="de", title="Seidenschal", description="<p>Weich.</p>")
    colour = Option.objects.create(product=product, code="colour", names={"en": "Colour", "de": "Farbe"})
    OptionValue.objects.create(option=colour, code="ink", names={"en": "Ink", "de": "Tinte"})
    OptionValue.objects.create(option=colour, code="jade", names={"en": "Jade"}, position=1)
    product.variants.update(choices={"colour": "ink"})
    make_variant(product, sku="SCARF-JADE", on_hand=0, choices={"colour": "jade"}, position=1)
    Picture.objects.create(
        product=product, file="pictures/ab/cd-800.webp", alts={"en": "A scarf"}, width=800, height=1000
    )
    Picture.objects.create(product=product, source_url="https://example.com/a.jpg")
    offer_everywhere([product])
    return product


def test_a_page_is_four_queries(scarf, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        product_page("de", "de", "scarf")


def test_a_page_speaks_the_readers_language_and_falls_back_to_english(scarf):
    page = product_page("de", "de", "scarf")
    assert (page.title, page.description, page.text_language) == ("Seidenschal", "<p>Weich.</p>", "de")
    assert page.merchant.about == "Am See."
    assert [(option.name, [value.name for value in option.values]) for option in page.options] == [
        ("Farbe", ["Tinte", "Jade"])
    ]
    assert product_page("de", "ja", "scarf").title == "Silk scarf"


def test_each_variant_carries_its_own_price_and_stock(scarf):
    ink, jade = product_page("de", "en", "scarf").variants
    assert (ink.sku, ink.label, ink.available, ink.lead) == ("SCARF", "Ink", 10, True)
    assert (jade.sku, jade.label, jade.available, jade.lead) == ("SCARF-JADE", "Jade", 0, False)
    assert ink.offer.delivered == Money("42.00", "EUR")
    assert (ink.hs_code, ink.origin, ink.weight_grams) == ("621410", "CN", 150)


def test_only_pictures_of_our_own_keeping_are_shown(scarf):
    (picture,) = product_page("de", "en", "scarf").pictures
    assert picture.src.endswith("/pictures/ab/cd-800.webp")
    assert picture.src_small.endswith("/pictures/ab/cd-400.webp")
    assert (picture.alt, picture.width, picture.height) == ("A scarf", 800, 1000)


def test_a_market_without_offers_shows_the_product_without_a_price(scarf):
    page = product_page("jp", "en", "scarf")
    assert [variant.offer for variant in page.variants] == [None, None]
    assert page.lead.sku == "SCARF"


def test_a_product_that_is_not_listed_is_not_found(scarf):
    with pytest.raises(NotListed):
        product_page("de", "en", "unknown")
    withdraw_product(product_id=scarf.pk)
    with pytest.raises(NotListed):
        product_page("de", "en", "scarf")


def test_a_merchant_that_pauses_shows_nothing(scarf):
    type(scarf.merchant).objects.update(state=MerchantState.PAUSED)
    with pytest.raises(NotListed):
        product_page("de", "en", "scarf")
