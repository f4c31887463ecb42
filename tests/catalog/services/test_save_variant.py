"""Saving a variant."""

from dataclasses import replace

import pytest
from moneyed import Money

from catalog.models import Option, Variant
from catalog.refusals import (
    BadAmount,
    BadCustomsFact,
    CustomsFactsMissing,
    OptionUnset,
    SkuTaken,
    StockBelowHeld,
    TwinVariant,
)
from catalog.selectors.todo import customs_todo
from catalog.services.hold_stock import hold_stock
from catalog.services.save_variant import VariantSheet, save_variant
from catalog.states import ProductState
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    product = make_product(make_merchant(), "scarf", state=ProductState.DRAFT)
    option = Option.objects.create(product=product, code="size", names={"en": "Size"})
    for code in ("s", "m", "l"):
        option.values.create(code=code, names={"en": code.upper()})
    product.variants.update(choices={"size": "s"})
    return product


@pytest.fixture
def sheet(product):
    return VariantSheet(
        product_id=product.pk,
        sku="SCARF-M",
        choices={"size": "m"},
        hs_code="6214.10",
        origin="cn",
        weight_grams=160,
        dimensions_mm=(300, 200, 30),
        battery="contained",
        customs_description="Silk scarf",
        price=Money(310, "CNY"),
        own_prices=(Money(45, "EUR"),),
        stock={product.merchant.warehouses.get().pk: 7},
    )


def test_a_new_variant_has_all_its_facts_prices_and_stock(sheet):
    variant = Variant.objects.get(pk=save_variant(sheet))
    assert (variant.sku, variant.choices, variant.position) == ("SCARF-M", {"size": "m"}, 1)
    assert (variant.hs_code, variant.hs_version, variant.origin, variant.weight_grams) == (
        "621410",
        "HS2022",
        "CN",
        160,
    )
    assert (variant.length_mm, variant.width_mm, variant.height_mm, variant.battery) == (
        300,
        200,
        30,
        "contained",
    )
    assert (variant.price, variant.own_prices.get().amount) == (Money(310, "CNY"), 45)
    assert variant.levels.get().on_hand == 7


def test_facts_may_wait_while_the_product_is_a_draft(sheet):
    save_variant(replace(sheet, hs_code="", origin="", weight_grams=0))
    assert [todo.missing for todo in customs_todo(None)] == [("hs_code", "origin", "weight")]


def test_a_listed_product_loses_no_customs_fact(product, sheet):
    pk = save_variant(sheet)
    product.state = ProductState.LISTED
    product.save()
    with pytest.raises(CustomsFactsMissing) as refused:
        save_variant(replace(sheet, variant_id=pk, hs_code=""))
    assert refused.value.missing == {"SCARF-M": ("hs_code",)}
    assert Variant.objects.get(pk=pk).hs_code == "621410"


def test_an_own_price_that_is_left_out_goes(sheet):
    pk = save_variant(sheet)
    save_variant(replace(sheet, variant_id=pk, own_prices=(Money(50, "USD"),)))
    assert list(Variant.objects.get(pk=pk).own_prices.values_list("currency", "amount")) == [("USD", 50)]


def test_fewer_pieces_than_are_promised_are_refused_and_the_rest_is_not_written(sheet):
    pk = save_variant(sheet)
    hold_stock(reference="CW-1", lines=[StockLine(pk, 3)], until=NOON)
    with pytest.raises(StockBelowHeld):
        save_variant(replace(sheet, variant_id=pk, sku="NEW", stock=dict.fromkeys(sheet.stock, 2)))
    assert Variant.objects.get(pk=pk).sku == "SCARF-M"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"sku": "SCARF"}, SkuTaken),
        ({"choices": {"size": "s"}}, TwinVariant),
        ({"choices": {}}, OptionUnset),
        ({"choices": {"size": "xl"}}, OptionUnset),
        ({"hs_code": "6214"}, BadCustomsFact),
        ({"hs_code": "silk"}, BadCustomsFact),
        ({"hs_code": "771234"}, BadCustomsFact),
        ({"hs_code": "001234"}, BadCustomsFact),
        ({"hs_code": "6214101"}, BadCustomsFact),
        ({"origin": "XX"}, BadCustomsFact),
        ({"weight_grams": 2_000_000}, BadCustomsFact),
        ({"price": Money(0, "CNY")}, BadAmount),
        ({"own_prices": (Money("0.5", "JPY"),)}, BadAmount),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(sheet, wrong, refusal):
    with pytest.raises(refusal):
        save_variant(replace(sheet, **wrong))
    assert Variant.objects.count() == 1


@pytest.mark.parametrize(
    ("code", "written"),
    [("6214.10.00", "62141000"), ("６２１４１０", "621410"), ("62 14 10", "621410"), ("٦٢١٤١٠", "621410")],
)
def test_a_code_may_be_written_as_people_write_it(sheet, code, written):
    saved = Variant.objects.get(pk=save_variant(replace(sheet, hs_code=code))).hs_code
    assert saved == written
