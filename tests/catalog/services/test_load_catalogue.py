"""Loading a catalogue folder: everything it says, once, and quickly the second time."""

from pathlib import Path

import pytest
import yaml
from django.core.files.storage import default_storage

from catalog.models import Category, Merchant, Picture, Product, StockLevel, Variant, VariantPrice
from catalog.refusals import BadFile, UnknownCategory
from catalog.selectors.product_page import product_page
from catalog.selectors.search import SearchQuery, search
from catalog.services.load_catalogue import load_catalogue
from catalog.states import ProductState
from tests.catalog.making import offer_everywhere
from tests.catalog.test_renditions import make_picture

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).resolve().parents[3] / "shop" / "demo" / "catalogue"


def names(text: str) -> dict[str, str]:
    return {"en": text, "de": f"{text} (de)"}


def make_sheet() -> dict:
    """A merchant of one product in two colours."""
    address = {
        "name": "Jiangnan",
        "street": "1 Road",
        "city": "Hangzhou",
        "country": "CN",
        "postcode": "310002",
    }
    text = {"title": "Scarf", "summary": "Soft & light.", "description": "One.\n\nTwo <b>."}
    variant = {"weight_grams": 150, "dimensions_mm": [1, 2, 3], "battery": "none", "stock": 7}
    variant |= {"price": {"currency": "CNY", "amount": "298.00"}, "prices": {"EUR": "39.00"}}
    return {
        "merchant": {
            "code": "jiangnan",
            "name": "Jiangnan",
            "country": "CN",
            "city": "Hangzhou",
            "email": "a@example.com",
            "about": names("About"),
            "warehouse": {"code": "hangzhou", "name": "Store", "address": address},
        },
        "products": [
            {
                "handle": "scarf",
                "category": "wear",
                "tint": "#dfe5ea",
                "hs_code": "621410",
                "hs_version": "HS2022",
                "origin": "CN",
                "customs_description": "Scarf of silk",
                "texts": {"en": text, "de": {**text, "title": "Schal"}},
                "options": [
                    {
                        "code": "colour",
                        "names": names("Colour"),
                        "values": [{"code": c, "names": names(c.title())} for c in ("ink", "jade")],
                    }
                ],
                "variants": [
                    {"sku": c.upper(), "options": {"colour": c}, **variant} for c in ("ink", "jade")
                ],
                "pictures": [{"file": "scarf.png", "alt": names("A scarf")}],
            }
        ],
    }


@pytest.fixture
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "scarf.png").write_bytes(make_picture())
    category = {"code": "wear", "tint": "#ece4dc", "texts": {"en": {"name": "Wear", "lead": "Clothes."}}}
    (folder / "categories.yaml").write_text(yaml.safe_dump({"categories": [category]}))
    write(folder, make_sheet())
    return folder


def write(folder: Path, sheet: dict) -> None:
    (folder / "jiangnan.yaml").write_text(yaml.safe_dump(sheet))


def test_everything_a_folder_says_is_there(folder):
    loaded = load_catalogue(folder)
    product = Product.objects.get()
    assert loaded.product_ids == (product.pk,)
    assert (product.handle, product.state, product.category.code) == ("scarf", ProductState.LISTED, "wear")
    offer_everywhere([product])
    page = product_page("de", "de", "scarf")
    assert (page.title, page.description) == ("Schal", "<p>One.</p><p>Two &lt;b&gt;.</p>")
    assert [(v.sku, v.label, v.available, v.hs_code) for v in page.variants] == [
        ("INK", "Ink (de)", 7, "621410"),
        ("JADE", "Jade (de)", 7, "621410"),
    ]
    (picture,) = page.pictures
    assert (picture.alt, picture.width, picture.height) == ("A scarf (de)", 800, 1000)
    assert default_storage.exists(Picture.objects.get().file)
    assert [c.handle for c in search(SearchQuery(market="de", language="de", text="schal")).cards] == [
        "scarf"
    ]
    assert VariantPrice.objects.filter(currency="EUR", amount=39).count() == 2


def test_an_unchanged_folder_is_left_alone(folder, django_assert_max_num_queries):
    load_catalogue(folder)
    with django_assert_max_num_queries(2):
        again = load_catalogue(folder)
    assert (again.product_ids, again.files_read, again.files_unchanged) == ((), 0, 1)


def test_a_changed_file_updates_its_rows_and_not_the_stock(folder):
    load_catalogue(folder)
    StockLevel.objects.update(on_hand=3)
    before = set(Variant.objects.values_list("pk", flat=True))
    sheet = make_sheet()
    sheet["products"][0]["texts"]["en"]["title"] = "Long scarf"
    sheet["products"][0]["variants"][0]["price"]["amount"] = "310.00"
    write(folder, sheet)
    loaded = load_catalogue(folder)
    assert loaded.files_read == 1
    assert Product.objects.get().texts.get(language="en").title == "Long scarf"
    assert Variant.objects.get(sku="INK").price_amount == 310
    assert set(Variant.objects.values_list("pk", flat=True)) == before
    assert set(StockLevel.objects.values_list("on_hand", flat=True)) == {3}


def test_a_changed_picture_is_taken_over(folder):
    load_catalogue(folder)
    before = Picture.objects.get().file
    (folder.parent / "pictures" / "scarf.png").write_bytes(make_picture(500, 500))
    load_catalogue(folder)
    assert Picture.objects.get().file != before


def test_lost_media_files_are_made_again(folder):
    load_catalogue(folder)
    name = Picture.objects.get().file
    default_storage.delete(name)
    load_catalogue(folder)
    assert default_storage.exists(name)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda sheet: sheet["products"][0].pop("origin"), "products → scarf: KeyError 'origin'"),
        (lambda sheet: sheet["products"][0].update(hs_code=621410), "must be written in quotes"),
        (lambda sheet: sheet["products"][0]["pictures"][0].update(file="../x.png"), "no such picture"),
        (lambda sheet: sheet["products"][0]["variants"][0].update(stock="many"), "variants → INK"),
    ],
)
def test_a_file_with_a_mistake_is_refused_and_nothing_of_it_is_written(folder, spoil, said):
    sheet = make_sheet()
    spoil(sheet)
    write(folder, sheet)
    with pytest.raises(BadFile, match=r"jiangnan\.yaml") as refused:
        load_catalogue(folder)
    assert said in refused.value.reason
    assert not Merchant.objects.exists()


def test_an_unknown_category_is_refused_and_nothing_of_the_file_is_written(folder):
    sheet = make_sheet()
    sheet["products"][0]["category"] = "nowhere"
    write(folder, sheet)
    with pytest.raises(UnknownCategory):
        load_catalogue(folder)
    assert not Merchant.objects.exists()
    assert Category.objects.count() == 1
