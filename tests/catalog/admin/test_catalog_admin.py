"""The catalog's back office: buttons call services, a merchant's pages stop at the merchant's own rows."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalog.models import Offer, Product, StockLevel, Variant
from catalog.selectors.merchants import merchants_of
from catalog.services.hold_stock import hold_stock
from catalog.states import ProductState
from catalog.values import StockLine
from tests.catalog.admin.pages import change_url, form_of, list_url
from tests.catalog.making import NOON, make_product, offer_everywhere
from tests.catalog.services.test_import_shopify import MUG, SHIRT, table

pytestmark = pytest.mark.django_db
PAGES = ("product", "variant", "stocklevel", "offer", "merchant", "warehouse", "category", "stockhold")


@pytest.mark.parametrize("name", PAGES)
def test_an_operator_sees_every_list(operator, own, name):
    product = make_product(own)
    offer_everywhere([product])
    hold_stock(reference="CW-1", lines=[StockLine(product.variants.get().pk, 1)], until=NOON)
    assert operator.get(list_url(name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_a_member_sees_own_rows_only(member, own, foreign, name):
    mine, theirs = make_product(own, "my-scarf"), make_product(foreign, "their-scarf")
    offer_everywhere([mine, theirs])
    for number, product in enumerate((mine, theirs)):
        line = StockLine(product.variants.get().pk, 1)
        hold_stock(reference=f"{product.handle}-{number}", lines=[line], until=NOON)
    page = member.get(list_url(name))
    assert page.status_code == 200
    text = page.content.decode().lower()
    assert "their-scarf" not in text
    assert "foreign" not in text
    assert name == "category" or "my-scarf" in text or "own" in text


def test_a_member_cannot_open_foreign_rows(member, foreign):
    product = make_product(foreign)
    offer_everywhere([product])
    variant = product.variants.get()
    for row in (
        product,
        variant,
        variant.levels.get(),
        product.offers.get(),
        foreign,
        foreign.warehouses.get(),
    ):
        assert member.get(change_url(row)).status_code in (302, 403, 404)
        assert member.post(change_url(row), {}).status_code in (302, 403, 404)


def test_members_are_known_by_their_merchants(member, own):
    user = get_user_model().objects.get(email="own@example.com")
    assert merchants_of(user.pk) == frozenset({own.pk})
    assert merchants_of(12345) == frozenset()


def test_a_draft_is_published_and_withdrawn_by_buttons(member, own):
    product = make_product(own, state=ProductState.DRAFT)
    for action, state in (("publish", ProductState.LISTED), ("withdraw", ProductState.WITHDRAWN)):
        member.post(list_url("product"), {"action": action, "_selected_action": [product.pk]})
        product.refresh_from_db()
        assert product.state == state
    assert {move.actor for move in product.history.all()} == {"own@example.com"}


def test_publishing_what_customs_would_ask_about_says_so_and_changes_nothing(member, own):
    product = make_product(own, state=ProductState.DRAFT)
    Variant.objects.update(origin="")
    answer = member.post(
        list_url("product"), {"action": "publish", "_selected_action": [product.pk]}, follow=True
    )
    assert "Customs still needs" in answer.content.decode()
    assert Product.objects.get().state == ProductState.DRAFT


def test_a_foreign_product_cannot_be_published(member, foreign):
    product = make_product(foreign, state=ProductState.DRAFT)
    member.post(list_url("product"), {"action": "publish", "_selected_action": [product.pk]})
    assert Product.objects.get().state == ProductState.DRAFT


def test_saving_a_product_cleans_its_text_and_its_button_publishes_it(member, own):
    product = make_product(own, state=ProductState.DRAFT)
    data = form_of(member.get(change_url(product)))
    data |= {
        "texts-0-description": "<p onclick=x()>Soft</p><script>x()</script>",
        "catalog_product_publish_this": "1",
    }
    answer = member.post(change_url(product), data)
    assert answer.status_code == 302
    product.refresh_from_db()
    assert product.texts.get().description == "<p>Soft</p>"
    assert product.state == ProductState.LISTED


def test_customs_facts_and_price_are_completed_on_the_variants_page(member, own):
    variant = make_product(own).variants.get()
    Variant.objects.update(hs_code="", weight_grams=0)
    data = form_of(member.get(change_url(variant)))
    data |= {"hs_code": "6214.10", "weight_grams": "180", "price_amount": "310"}
    assert member.post(change_url(variant), data).status_code == 302
    variant.refresh_from_db()
    assert (variant.hs_code, variant.weight_grams, variant.price_amount) == ("621410", 180, 310)


@pytest.mark.parametrize("wrong", [{"hs_code": "silk"}, {"origin": "XX"}, {"price_amount": "0"}])
def test_an_impossible_fact_is_said_beside_its_field(member, own, wrong):
    variant = make_product(own).variants.get()
    data = form_of(member.get(change_url(variant))) | wrong
    answer = member.post(change_url(variant), data)
    assert answer.status_code == 200
    assert set(answer.context["adminform"].form.errors) == set(wrong)
    assert Variant.objects.get().hs_code == "621410"


def test_a_count_of_stock_goes_through_its_rule(member, own):
    variant = make_product(own).variants.get()
    hold_stock(reference="CW-1", lines=[StockLine(variant.pk, 3)], until=NOON)
    level = variant.levels.get()
    assert member.post(change_url(level), {"on_hand": "2"}).status_code == 200
    assert StockLevel.objects.get().on_hand == 10
    assert member.post(change_url(level), {"on_hand": "3"}).status_code == 302
    assert StockLevel.objects.get().on_hand == 3


def test_a_member_imports_a_shopify_file_into_the_own_shop(member, own):
    file = SimpleUploadedFile("products.csv", table(SHIRT, MUG.replace(",9,", ",x,")))
    page = member.post(reverse("admin:catalog_product_import"), {"merchant": own.pk, "file": file})
    assert page.context["report"].created == 1
    assert "Variant Price" in page.content.decode()
    assert Product.objects.get().merchant == own


def test_a_member_cannot_import_into_another_shop(member, foreign):
    file = SimpleUploadedFile("products.csv", table(SHIRT))
    page = member.post(reverse("admin:catalog_product_import"), {"merchant": foreign.pk, "file": file})
    assert page.context["report"] is None
    assert "foreign" not in page.content.decode().lower()
    assert not Product.objects.exists()


def test_a_file_that_is_no_table_is_refused_on_the_page(member, own):
    file = SimpleUploadedFile("products.csv", b"\xff\xfe")
    page = member.post(reverse("admin:catalog_product_import"), {"merchant": own.pk, "file": file})
    assert "UTF-8" in page.content.decode()


def test_the_export_holds_the_selected_merchants_products(member, own, foreign):
    make_product(own, "my-scarf")
    make_product(foreign, "their-scarf")
    answer = member.post(list_url("merchant"), {"action": "export_products", "_selected_action": [own.pk]})
    assert answer["Content-Type"].startswith("text/csv")
    assert b"my-scarf" in answer.content
    assert b"their-scarf" not in answer.content


def test_offers_are_to_look_at_only(operator, own):
    product = make_product(own)
    offer_everywhere([product])
    operator.post(change_url(product.offers.get()), {"delivered": "1"})
    assert Offer.objects.get().delivered == 42
