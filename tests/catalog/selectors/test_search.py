"""Search: a product is found by its name in six languages, and no text can break the query."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import SearchDocument
from catalog.selectors.search import SearchQuery, search
from catalog.services.index_products import index_products
from tests.catalog.making import make_merchant, make_product, offer_everywhere

pytestmark = pytest.mark.django_db
TITLES = {
    "en": "West Lake silk scarf",
    "de": "Seidenschal Westsee für Übergänge",
    "fr": "Écharpe en soie du lac de l'Ouest",
    "ja": "西湖のシルクスカーフ",
    "zh": "西湖水波真丝围巾",
    "ar": "وشاح حرير البحيرة الغربية",
}


@pytest.fixture
def scarf():
    product = make_product(make_merchant(), "scarf", title=TITLES["en"], rank=5)
    for language, title in TITLES.items():
        product.texts.update_or_create(language=language, defaults={"title": title})
    make_and_index(product)
    return product


def make_and_index(*products):
    index_products([product.pk for product in products])
    offer_everywhere(products)


def found(text: str, language: str = "en", **more) -> list[str]:
    return [
        card.handle for card in search(SearchQuery(market="de", language=language, text=text, **more)).cards
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "silk scarf"),
        ("en", "SCA"),
        ("de", "seidenschal"),
        ("de", "ubergange"),
        ("fr", "echarpe"),
        ("fr", "l'ouest"),
        ("ja", "スカーフ"),
        ("ja", "西湖"),
        ("zh", "围巾"),
        ("zh", "丝"),
        ("zh", "真丝围巾"),
        ("ar", "حرير"),
        ("ar", "بحيرة"),
        ("en", "围巾"),
        ("ja", "scarf"),
    ],
)
def test_a_product_is_found_by_its_name_in_any_language(scarf, language, text):
    assert found(text, language) == ["scarf"]


@pytest.mark.parametrize(
    "text", ["wool", "silk wool", "巾围", "丝真", "carf", "", "   ", '"', "*", "OR", "NEAR(a b)"]
)
def test_what_is_not_there_is_not_found(scarf, text):
    assert found(text) == []


def test_a_page_is_two_queries_and_nothing_found_is_one(scarf, django_assert_num_queries):
    with django_assert_num_queries(2):
        found("silk")
    with django_assert_num_queries(1):
        found("nothing")
    with django_assert_num_queries(0):
        found("?!")


def test_titles_come_before_descriptions_and_the_readers_language_before_others():
    merchant = make_merchant()
    beneath = make_product(merchant, "beneath", rank=1)
    beneath.texts.update(summary="goes with silk")
    foreign = make_product(merchant, "foreign", rank=2, title="Foulard")
    foreign.texts.create(language="de", title="Silk")
    named = make_product(merchant, "named", rank=3, title="Silk")
    make_and_index(beneath, foreign, named)
    assert found("silk", "en") == ["named", "beneath", "foreign"]
    assert found("silk", "de") == ["foreign", "named", "beneath"]


def test_products_that_are_not_for_sale_in_the_market_are_not_found(scarf):
    assert search(SearchQuery(market="jp", language="en", text="silk")).cards == ()
    scarf.offers.update(listed=False)
    assert found("silk") == []


def test_pages_follow_one_another():
    merchant = make_merchant()
    products = [make_product(merchant, f"silk-{rank}", rank=rank) for rank in (3, 1, 2)]
    make_and_index(*products)
    first = search(SearchQuery(market="de", language="en", text="silk", size=2))
    rest = search(SearchQuery(market="de", language="en", text="silk", size=2, after=first.after))
    assert [card.handle for card in first.cards + rest.cards] == ["silk-1", "silk-2", "silk-3"]
    assert (first.total_known, rest.after) == (3, "")


def test_pieces_are_counted_once_however_many_languages_they_are_described_in():
    merchant = make_merchant()
    products = [make_product(merchant) for _ in range(90)]
    SearchDocument.objects.bulk_create(
        SearchDocument(product=product, language=language, title="silk")
        for product in products
        for language in TITLES
    )
    offer_everywhere(products)
    page = search(SearchQuery(market="de", language="ja", text="silk", size=96))
    assert (len(page.cards), page.total_known) == (90, 90)


def test_two_hundred_pieces_are_shown_and_their_number_is_left_open(monkeypatch):
    monkeypatch.setattr("catalog.selectors.search.MOST_FOUND", 3)
    merchant = make_merchant()
    own = [make_product(merchant, f"own-{rank}", rank=10 + rank, title="Silk") for rank in (1, 2, 3)]
    foreign = [make_product(merchant, f"foreign-{rank}", rank=rank, title="Foulard") for rank in (1, 2)]
    SearchDocument.objects.bulk_create(
        SearchDocument(product=product, language=language, title="silk")
        for language in ("fr", "de")
        for product in foreign
    )
    make_and_index(*own[:2])
    offer_everywhere(foreign)
    page = search(SearchQuery(market="de", language="en", text="silk"))
    assert ([card.handle for card in page.cards], page.total_known) == (["own-1", "own-2", "foreign-1"], None)
    make_and_index(own[2])
    assert found("silk") == ["own-1", "own-2", "own-3"]


def test_a_text_that_changed_is_found_by_its_new_words_only(scarf):
    scarf.texts.filter(language="en").update(title="Wool blanket")
    index_products([scarf.pk])
    assert found("wool blanket") == ["scarf"]
    assert found("west lake silk") == []


def test_a_product_that_is_gone_is_not_in_the_index(scarf):
    SearchDocument.objects.all().delete()
    assert found("silk") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_no_text_breaks_the_query(scarf, text):
    search(SearchQuery(market="de", language="en", text=text.replace("\x00", "")))
