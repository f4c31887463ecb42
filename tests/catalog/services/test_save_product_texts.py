"""Saving a product's words."""

import pytest

from catalog.models import SearchDocument
from catalog.refusals import IncompleteProduct
from catalog.services.save_product_texts import ProductWords, save_product_texts
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    return make_product(make_merchant(), "scarf", title="Scarf")


def test_a_language_is_added_cleaned_and_found_by_the_search(product):
    words = ProductWords(title="Seidenschal", description="<p onclick=x()>Weich</p><script>x()</script>")
    save_product_texts(product_id=product.pk, texts={"de": words})
    assert dict(product.texts.values_list("language", "title")) == {"en": "Scarf", "de": "Seidenschal"}
    assert product.texts.get(language="de").description == "<p>Weich</p>"
    assert set(SearchDocument.objects.values_list("language", flat=True)) == {"en", "de"}


def test_a_language_is_taken_away(product):
    save_product_texts(product_id=product.pk, texts={"de": ProductWords(title="Schal")})
    save_product_texts(product_id=product.pk, texts={"de": None})
    assert list(product.texts.values_list("language", flat=True)) == ["en"]
    assert list(SearchDocument.objects.values_list("language", flat=True)) == ["en"]


def test_a_listed_product_keeps_a_title(product):
    with pytest.raises(IncompleteProduct) as refused:
        save_product_texts(product_id=product.pk, texts={"en": None})
    assert refused.value.missing == ("title",)
    assert product.texts.get().title == "Scarf"
