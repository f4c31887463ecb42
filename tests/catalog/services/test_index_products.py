"""Indexing products for the search."""

import pytest

from catalog.models import SearchDocument
from catalog.services.index_products import index_products
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


def test_a_document_per_language_holds_title_and_everything_beneath():
    product = make_product(make_merchant(), "scarf", title="Silk scarf", tags="gift")
    product.texts.update(summary="Soft", description="<p>Woven <b>by</b> hand</p>")
    product.texts.create(language="zh", title="围巾")
    index_products([product.pk])
    english = SearchDocument.objects.get(language="en")
    assert english.title == "silk scarf"
    assert english.body == "soft woven by hand jiangnan wear gift scarf"
    assert SearchDocument.objects.get(language="zh").title == "围巾 围 巾"


def test_indexing_again_follows_the_texts():
    product = make_product(make_merchant(), title="Silk scarf")
    product.texts.create(language="zh", title="围巾")
    index_products([product.pk])
    product.texts.filter(language="zh").delete()
    product.texts.update(title="Wool scarf")
    index_products([product.pk])
    assert SearchDocument.objects.get().title == "wool scarf"
