"""A merchant makes and completes listings by hand; what a service refuses stands beside its field."""

import pytest
from django.urls import reverse

from catalog.models import Product
from catalog.states import ProductState
from tests.catalog.admin.pages import change_url, form_of, list_url
from tests.catalog.making import make_category, make_product

pytestmark = pytest.mark.django_db


def test_a_member_makes_a_product_with_a_variant_by_hand(member, own):
    shelf = make_category()
    add = reverse("admin:catalog_product_add")
    data = form_of(member.get(add)) | {
        "source_handle": "silk-scarf",
        "category": shelf.pk,
        "texts-0-title": "Silk scarf",
        "texts-1-title": "Seidenschal",
    }
    assert member.post(add, data).status_code == 302
    product = Product.objects.get()
    assert (product.merchant, product.state, product.category) == (own, ProductState.DRAFT, shelf)
    assert dict(product.texts.values_list("language", "title")) == {"en": "Silk scarf", "de": "Seidenschal"}
    add = f"{reverse('admin:catalog_variant_add')}?product={product.pk}"
    place = own.warehouses.get()
    data = form_of(member.get(add)) | {
        "sku": "SCARF",
        "hs_code": "6214.10",
        "origin": "CN",
        "weight_grams": "150",
        "price_amount": "298",
        f"stock_{place.pk}": "12",
    }
    answer = member.post(add, data)
    assert answer["Location"] == change_url(product)
    variant = product.variants.get()
    assert (variant.hs_code, variant.origin, variant.price_amount) == ("621410", "CN", 298)
    assert variant.levels.get().on_hand == 12


def test_an_option_with_values_is_named_in_every_language(member, own):
    product = make_product(own)
    add = f"{reverse('admin:catalog_option_add')}?product={product.pk}"
    data = form_of(member.get(add)) | {
        "names_en": "Colour",
        "names_ja": "色",
        "values-0-names_en": "Rust",
        "values-1-names_en": "Ink",
    }
    assert member.post(add, data).status_code == 302
    option = product.options.get()
    assert option.names == {"en": "Colour", "ja": "色"}
    assert list(option.values.values_list("code", flat=True)) == ["rust", "ink"]


@pytest.mark.parametrize("name", ["variant", "option"])
def test_nothing_is_added_to_a_foreign_product(member, foreign, name):
    product = make_product(foreign)
    add = reverse(f"admin:catalog_{name}_add")
    for url in (f"{add}?product={product.pk}", f"{add}?product=999999", f"{add}?product=x", add):
        for answer in (member.get(url), member.post(url, {"sku": "MINE", "names_en": "Mine"})):
            assert (answer.status_code, answer["Location"]) == (302, list_url("product"))
    assert (product.variants.count(), product.options.count()) == (1, 0)


def test_a_handle_of_ones_own_is_refused_beside_its_field(member, own):
    make_product(own, "scarf")
    add = reverse("admin:catalog_product_add")
    answer = member.post(add, form_of(member.get(add)) | {"source_handle": "scarf"})
    assert list(answer.context["adminform"].form.errors) == ["source_handle"]
    assert Product.objects.count() == 1


def test_the_story_is_written_language_by_language(member, own):
    data = form_of(member.get(change_url(own))) | {"about_de": "Seide", "about_ar": "حرير"}
    assert member.post(change_url(own), data).status_code == 302
    own.refresh_from_db()
    assert (own.about, own.code, own.currency) == ({"de": "Seide", "ar": "حرير"}, "own", "CNY")


def test_a_warehouse_has_the_address_fields_of_its_country(member, own):
    place = own.warehouses.get()
    data = form_of(member.get(change_url(place))) | {"address_region": "浙江省"}
    wrong = member.post(change_url(place), data | {"address_postcode": "1"})
    assert "Postcode: This is not a postcode of that country." in wrong.content.decode()
    asked = member.post(change_url(place), data | {"country": "JP"})
    assert "address_city" in asked.content.decode()
    assert set(asked.context["adminform"].form.errors) >= {"country"}
    place.refresh_from_db()
    assert (place.country, place.code) == ("CN", "own-store")
    assert member.post(change_url(place), data | {"address_street": "1 Nanshan Road"}).status_code == 302
    place.refresh_from_db()
    assert (place.city, place.address["street"]) == ("Hangzhou", "1 Nanshan Road")
