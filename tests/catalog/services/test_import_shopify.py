"""Importing Shopify's CSV: what is kept, what is reported, and that a second time changes nothing."""

import csv
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from catalog.models import Picture, Product, StockLevel, Variant
from catalog.refusals import BadFile
from catalog.services.export_shopify import export_shopify
from catalog.services.import_shopify import import_shopify
from catalog.states import ProductState
from catalog.values import RowError
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"
REAL_FILES = ["shopify_apparel.csv", "shopify_home_and_garden.csv"]
HEADER = (
    "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,"
    "Variant Price,Image Src,Image Position"
)


def table(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows]).encode()


SHIRT = "shirt,Shirt,<p>Soft</p>,Size,Small,S-1,200,5,19.90,https://example.com/a.jpg,1"
LARGE_SHIRT = "shirt,,,,Large,S-2,210,3,21.00,,"
MUG = "mug,Mug,,Title,Default Title,,0,1,9,,"


def real(name: str) -> bytes:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the shared data folder is not here")
    return path.read_bytes()


def test_products_become_drafts_with_variants_stock_and_references():
    merchant = make_merchant()
    report = import_shopify(merchant_id=merchant.pk, content=table(SHIRT, LARGE_SHIRT, MUG))
    assert (report.created, report.updated, report.unchanged, report.errors) == (2, 0, 0, ())
    shirt = Product.objects.get(handle="shirt")
    assert shirt.state == ProductState.DRAFT
    assert shirt.texts.get().description == "<p>Soft</p>"
    assert [(v.sku, v.weight_grams, v.price_amount, v.price_currency) for v in shirt.variants.all()] == [
        ("S-1", 200, Decimal("19.90"), "CNY"),
        ("S-2", 210, Decimal("21.00"), "CNY"),
    ]
    assert sorted(StockLevel.objects.filter(variant__product=shirt).values_list("on_hand", flat=True)) == [
        3,
        5,
    ]
    assert Picture.objects.get().source_url == "https://example.com/a.jpg"
    assert Picture.objects.get().file == ""
    assert Variant.objects.get(product__handle="mug").choices == {}


def test_what_customs_needs_is_listed_as_work_to_do():
    merchant = make_merchant()
    report = import_shopify(merchant_id=merchant.pk, content=table(SHIRT, MUG))
    assert [(todo.handle, todo.missing) for todo in report.todo] == [
        ("shirt", ("hs_code", "origin")),
        ("mug", ("hs_code", "origin", "weight")),
    ]


@pytest.mark.parametrize("name", REAL_FILES)
def test_a_real_file_is_imported_whole_and_a_second_time_changes_nothing(name):
    merchant = make_merchant()
    content = real(name)
    handles = {row["Handle"] for row in csv.DictReader(StringIO(content.decode()))}
    first = import_shopify(merchant_id=merchant.pk, content=content)
    assert (first.created, first.errors) == (len(handles), ())
    assert {todo.handle for todo in first.todo} == handles
    second = import_shopify(merchant_id=merchant.pk, content=content)
    assert (second.created, second.updated, second.unchanged) == (0, 0, len(handles))


@pytest.mark.parametrize("name", REAL_FILES)
def test_an_export_of_a_real_file_has_its_cells_and_imports_again_unchanged(name):
    merchant = make_merchant()
    content = real(name)
    import_shopify(merchant_id=merchant.pk, content=content)
    exported = export_shopify(merchant_id=merchant.pk)
    again = import_shopify(merchant_id=merchant.pk, content=exported)
    assert (again.created, again.updated, again.errors) == (0, 0, ())
    before = list(csv.DictReader(StringIO(content.decode())))
    after = list(csv.DictReader(StringIO(exported.decode())))
    assert [{column: row[column] for column in before[0]} for row in after] == before


def test_an_export_of_own_products_imports_again_unchanged():
    merchant = make_merchant()
    product = make_product(merchant, "silk-scarf", title="=SUM(A1)")
    Picture.objects.create(product=product, file="pictures/ab/cd-800.webp", position=1)
    exported = export_shopify(merchant_id=merchant.pk)
    assert b"'=SUM(A1)" in exported
    assert b",=SUM" not in exported
    report = import_shopify(merchant_id=merchant.pk, content=exported)
    assert (report.created, report.updated, report.unchanged, report.errors) == (0, 0, 1, ())


def test_a_changed_cell_updates_its_product_only():
    merchant = make_merchant()
    import_shopify(merchant_id=merchant.pk, content=table(SHIRT, LARGE_SHIRT, MUG))
    report = import_shopify(
        merchant_id=merchant.pk, content=table(SHIRT, LARGE_SHIRT.replace("21.00", "25"), MUG)
    )
    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)
    assert Variant.objects.get(sku="S-2").price_amount == Decimal(25)
    assert Variant.objects.count() == 3


def test_what_a_merchant_filled_in_survives_the_same_file():
    merchant = make_merchant()
    import_shopify(merchant_id=merchant.pk, content=table(MUG))
    Variant.objects.update(weight_grams=350, sku="MUG-1", hs_code="691110", origin="CN")
    StockLevel.objects.update(on_hand=40)
    report = import_shopify(merchant_id=merchant.pk, content=table(MUG))
    assert report.unchanged == 1
    import_shopify(merchant_id=merchant.pk, content=table(MUG.replace("Mug", "Big mug")))
    variant = Variant.objects.get()
    assert (variant.weight_grams, variant.sku, variant.hs_code) == (350, "MUG-1", "691110")
    assert StockLevel.objects.get().on_hand == 40


def test_bad_cells_are_reported_with_line_and_column_and_their_product_is_left_out():
    merchant = make_merchant()
    rows = [
        MUG,
        'shirt,"A shirt\nof two lines",,Size,Small,S-1,heavy,5,19.90,,',
        LARGE_SHIRT.replace("21.00", "12,50").replace("12,50", '"12,50"'),
        ",Lost,,,,,,,5,,",
        "bag,Bag,,Title,Default Title,,1,1,5,ftp://example.com/a.jpg,1",
    ]
    report = import_shopify(merchant_id=merchant.pk, content=table(*rows))
    assert report.created == 1
    assert [(error.line, error.column) for error in report.errors] == [
        (3, "Variant Grams"),
        (5, "Variant Price"),
        (6, "Handle"),
        (7, "Image Src"),
    ]
    assert list(Product.objects.values_list("handle", flat=True)) == ["mug"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Handle,Title\nx,X",
        (HEADER + ",Handle\n").encode(),
        b"\xff\xfe\x00",
        table('shirt,"unclosed'),
        b"x" * (10 * 1024 * 1024 + 1),
    ],
    ids=["empty", "columns missing", "column twice", "not utf-8", "broken quotes", "too large"],
)
def test_a_file_that_is_no_such_table_is_refused_whole(content):
    merchant = make_merchant()
    with pytest.raises(BadFile):
        import_shopify(merchant_id=merchant.pk, content=content)
    assert not Product.objects.exists()


def test_a_sku_of_another_product_is_reported_and_nothing_of_its_product_is_written():
    merchant = make_merchant()
    make_product(merchant, "scarf")
    report = import_shopify(merchant_id=merchant.pk, content=table(SHIRT.replace("S-1", "SCARF"), MUG))
    assert report.errors == (RowError(2, "Variant SKU", "belongs to another product"),)
    assert report.created == 1
    assert not Product.objects.filter(handle="shirt").exists()


def test_two_merchants_may_use_the_same_handle():
    first, second = make_merchant(), make_merchant("other")
    import_shopify(merchant_id=first.pk, content=table(MUG))
    import_shopify(merchant_id=second.pk, content=table(MUG))
    assert set(Product.objects.values_list("handle", flat=True)) == {"mug", "mug-other"}


def test_scripts_in_descriptions_do_not_survive():
    merchant = make_merchant()
    row = SHIRT.replace("<p>Soft</p>", "<p onclick=x()>Soft<script>steal()</script><img src=x></p>")
    import_shopify(merchant_id=merchant.pk, content=table(row))
    assert Product.objects.get().texts.get().description == "<p>Soft</p>"


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ((SHIRT.replace("Shirt", "Shi\0rt"),), "Title"),
        ((SHIRT, LARGE_SHIRT.replace("S-2", "S-1")), "Variant SKU"),
    ],
)
def test_what_the_database_could_not_keep_is_reported_by_its_cell(rows, column):
    report = import_shopify(merchant_id=make_merchant().pk, content=table(*rows, MUG))
    assert [(error.line, error.column) for error in report.errors] == [(len(rows) + 1, column)]
    assert [product.handle for product in Product.objects.all()] == ["mug"]


def test_columns_without_a_name_are_passed_over():
    content = table(MUG + ",x,y").replace(HEADER.encode(), HEADER.encode() + b",,")
    report = import_shopify(merchant_id=make_merchant().pk, content=content)
    assert (report.created, report.errors) == (1, ())
