"""Publishing a product: only with everything buyers and customs need."""

import pytest

from catalog.models import Product, SearchDocument, Variant
from catalog.refusals import CustomsFactsMissing, IncompleteProduct
from catalog.services.publish_product import publish_product
from catalog.states import ProductState
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_product(make_merchant(), "scarf", state=ProductState.DRAFT)


def test_a_complete_draft_is_listed_and_can_be_found(draft):
    publish_product(product_id=draft.pk, actor="ming@example.com")
    draft.refresh_from_db()
    assert draft.state == ProductState.LISTED
    assert [(move.source, move.target, move.actor) for move in draft.history.all()] == [
        ("draft", "listed", "ming@example.com")
    ]
    assert SearchDocument.objects.get().product == draft


def test_publishing_twice_is_one_move(draft):
    publish_product(product_id=draft.pk)
    publish_product(product_id=draft.pk)
    assert draft.history.count() == 1


@pytest.mark.parametrize(
    ("column", "value", "missing"),
    [("hs_code", "", "hs_code"), ("origin", "", "origin"), ("weight_grams", 0, "weight")],
)
def test_without_a_customs_fact_a_draft_stays_a_draft(draft, column, value, missing):
    Variant.objects.update(**{column: value})
    with pytest.raises(CustomsFactsMissing) as refused:
        publish_product(product_id=draft.pk)
    assert refused.value.missing == {"SCARF": (missing,)}
    assert Product.objects.get().state == ProductState.DRAFT
    assert not draft.history.exists()


@pytest.mark.parametrize(
    ("spoil", "missing"),
    [
        (lambda draft: draft.texts.all().delete(), "title"),
        (lambda draft: Product.objects.update(category=None), "category"),
        (lambda draft: draft.variants.all().delete(), "variant"),
        (lambda draft: draft.variants.update(price_amount=0), "price"),
    ],
)
def test_an_incomplete_draft_stays_a_draft(draft, spoil, missing):
    spoil(draft)
    with pytest.raises(IncompleteProduct) as refused:
        publish_product(product_id=draft.pk)
    assert refused.value.missing == (missing,)
    assert Product.objects.get().state == ProductState.DRAFT
