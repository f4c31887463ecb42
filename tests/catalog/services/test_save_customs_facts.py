"""Saving what a border asks."""

import pytest

from catalog.models import Variant
from catalog.refusals import BadCustomsFact
from catalog.selectors.todo import customs_todo
from catalog.services.save_customs_facts import CustomsFacts, save_customs_facts
from catalog.states import ProductState
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def variant():
    product = make_product(make_merchant(), state=ProductState.DRAFT)
    product.variants.update(hs_code="", origin="", weight_grams=0)
    return product.variants.get()


def facts(variant: Variant, **changed: object) -> CustomsFacts:
    known = {"hs_code": "6214.10", "origin": "cn", "weight_grams": 150, "customs_description": "Silk scarf"}
    return CustomsFacts(variant_id=variant.pk, **{**known, **changed})


def test_complete_facts_are_no_work_any_more(variant):
    assert [todo.missing for todo in customs_todo([variant.merchant_id])] == [("hs_code", "origin", "weight")]
    save_customs_facts(facts(variant))
    saved = Variant.objects.get()
    assert (saved.hs_code, saved.hs_version, saved.origin, saved.weight_grams) == (
        "621410",
        "HS2022",
        "CN",
        150,
    )
    assert customs_todo([variant.merchant_id]) == ()


def test_work_of_other_merchants_is_not_shown(variant):
    assert customs_todo([make_merchant("other").pk]) == ()
    assert len(customs_todo(None)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"hs_code": "6214"},
        {"hs_code": "silk"},
        {"hs_code": "771234"},
        {"hs_code": "001234"},
        {"hs_code": "6214101"},
        {"origin": "XX"},
        {"origin": ""},
        {"weight_grams": 0},
        {"weight_grams": 2_000_000},
    ],
)
def test_a_fact_that_cannot_be_true_is_refused_and_nothing_is_written(variant, wrong):
    with pytest.raises(BadCustomsFact):
        save_customs_facts(facts(variant, **wrong))
    saved = Variant.objects.get()
    assert (saved.hs_code, saved.origin, saved.weight_grams) == ("", "", 0)


@pytest.mark.parametrize("code", ["621410", "6214.10.00", "6214 10 00 90", "６２１４１０"])
def test_codes_are_taken_as_people_write_them(variant, code):
    save_customs_facts(facts(variant, hs_code=code))
    assert Variant.objects.get().hs_code.startswith("621410")
