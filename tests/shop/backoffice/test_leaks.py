"""Filters, lookups by hand, orderings, searches, choices, autocompletes and bulk actions tell nothing of another merchant."""

from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import RequestFactory
from django.urls import reverse

from catalog.models import Product, Warehouse
from tests.shop.backoffice.table import WHOSE
from tests.shop.backoffice.test_every_url import foreign_row, label, own_row, told
from tests.shop.backoffice.walk import doors
from tests.shop.backoffice.world import rows_of, snapshot

LISTS = [door for door in doors() if door.kind == "changelist" and WHOSE[label(door.model)] != "operators"]
BY_HAND = (
    "merchant__id__exact={merchant}",
    "merchant__code__startswith=alpha",
    "merchant__members__user__email__contains=alphaworks",
    "category__products__handle__startswith=qzalpha",
    "product__handle__startswith=qzalpha",
    "products={product}",
    "products__handle__startswith=qzalpha",
    "variant__sku__startswith=QZALP",
    "parcels__merchant={merchant}",
    "parcels__lines__sku__startswith=QZALP",
    "quote__cart__isnull=0",
    "order__email__startswith=buyer-of-alpha",
    "customer__password__startswith=a",
    "members__user__password__startswith=a",
    "id__in=1,2,3,4,5,6,7,8,9",
    "pk={product}",
    "_to_field=id&_popup=1",
    "_to_field=handle",
    "_facets=True",
    "all=",
    "p=2",
    "q=qzalph",
    "q=alph",
)


def test_a_list_asked_by_hand_shows_only_own_rows(world):
    browser, alpha = world.client("beta"), world.alpha
    ids = {"merchant": alpha.merchant.pk, "product": alpha.variant.product_id}
    for url in (f"{door.url()}?{query.format(**ids)}" for door in LISTS for query in BY_HAND):
        page = browser.get(url)
        assert page.status_code in {200, 302, 400}, url
        assert told(page, alpha) == [], url


def test_no_order_of_a_list_brings_up_foreign_rows(world):
    browser = world.client("beta")
    for url in (f"{door.url()}?o={number}" for door in LISTS for number in range(1, 8)):
        page = browser.get(url)
        assert (page.status_code, told(page, world.alpha)) == (200, []), url


def test_a_lookup_the_page_does_not_offer_is_refused(world):
    browser = world.client("beta")
    for query in (
        "merchant__code__startswith=alpha",
        "products__handle__startswith=qz",
        "variant__sku__gt=Q",
    ):
        answers = {door.name: browser.get(f"{door.url()}?{query}").status_code for door in LISTS}
        assert set(answers.values()) == {400}, (query, answers)


def test_the_filters_the_pages_offer_work_for_a_merchant(world):
    browser, beta = world.client("beta"), world.beta
    for path, query in (
        ("catalog/product", f"merchant__id__exact={beta.merchant.pk}&state__exact=listed"),
        ("catalog/product", f"category__id__exact={beta.variant.product.category_id}"),
        ("orders/order", "state__exact=awaiting_payment"),
        ("orders/order", "placed_at__year=2026"),
        ("orders/orderparcel", "order__state__exact=dispatched"),
    ):
        assert browser.get(f"/admin/{path}/?{query}").status_code == 200, query
    page = browser.get(f"/admin/catalog/product/?category__id__exact={beta.variant.product.category_id}")
    assert beta.variant.product.handle in page.content.decode()


def test_only_a_field_that_a_page_completes_may_be_asked_for(world):
    asked = {"beta": [], "operator": []}
    for role, answered in asked.items():
        browser = world.client(role)
        for model in apps.get_models():
            for field in (field for field in model._meta.get_fields() if field.is_relation):
                place = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
                query = urlencode({**place, "field_name": field.name, "term": ""})
                page = browser.get(f"{reverse('admin:autocomplete')}?{query}")
                assert page.status_code in {200, 403}, query
                if page.status_code == 200:
                    answered.append(f"{model._meta.label}.{field.name}")
    assert asked == {"beta": [], "operator": ["catalog.MerchantMember.user"]}


@pytest.mark.parametrize("across", ["0", "1"])
def test_no_bulk_action_reaches_a_foreign_row(world, across):
    browser, before, tried = world.client("beta"), snapshot(world.alpha), 0
    request = RequestFactory().get("/")
    request.user = world.beta.member
    for door in LISTS:
        page = admin.site._registry[door.model]
        row = foreign_row(door, world)
        for action in (name for name in page.get_actions(request) if row):
            tried += 1
            wish = {"action": action, ACTION_CHECKBOX_NAME: [row.pk], "select_across": across, "post": "yes"}
            answer = browser.post(door.url(), wish)
            assert told(answer, world.alpha) == [], action
    assert tried == 3
    assert snapshot(world.alpha) == before


def test_nothing_own_is_handed_to_another_merchant(world):
    browser, before = world.client("beta"), snapshot(world.alpha)
    own = Warehouse.objects.get(merchant=world.beta.merchant)
    columns = {"merchant": world.alpha.merchant.pk, "code": "stolen", "name": "Stolen", "address": "{}"}
    page = browser.post(
        f"/admin/catalog/warehouse/{own.pk}/change/", {**columns, "country": "CN", "city": "Hangzhou"}
    )
    own.refresh_from_db()
    assert (page.status_code, own.merchant_id, own.code) == (200, world.beta.merchant.pk, "betaworks-store")
    assert told(page, world.alpha) == []
    browser.post(f"/admin/catalog/product/{world.beta.variant.product_id}/change/", columns)
    assert Product.objects.get(pk=world.beta.variant.product_id).merchant_id == world.beta.merchant.pk
    assert snapshot(world.alpha) == before


def test_an_inline_cannot_reach_into_a_foreign_row(world):
    browser, before = world.client("beta"), snapshot(world.alpha)
    foreign = world.alpha.variant.product.texts.first()
    formset = {"texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "1", "texts-0-id": str(foreign.pk)}
    row = {"texts-0-product": str(world.beta.variant.product_id), "texts-0-title": "Taken over"}
    rest = {
        f"{name}-{count}": "0"
        for name in ("variants", "pictures", "history")
        for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    url = f"/admin/catalog/product/{world.beta.variant.product_id}/change/"
    page = browser.post(url, {**formset, **row, **rest, "texts-0-language": "en", "tint": "#ffffff"})
    foreign.refresh_from_db()
    assert (page.status_code, foreign.title) == (200, "Scarf QZALPHA")
    assert snapshot(world.alpha) == before


def test_a_members_own_rows_are_there(world):
    for door in LISTS:
        if own_row(door, world.beta) and door.kind == "changelist":
            assert world.client("beta").get(door.url()).status_code == 200
    assert len(rows_of(Product, world.beta.merchant)) == 1
