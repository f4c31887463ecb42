"""The scope of a back-office page by itself: whose rows, which choices, which filters, which lookups."""

import pytest
from django.contrib.admin import AdminSite
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import Http404
from django.test import RequestFactory

from catalog.models import Category, Merchant, MerchantMember, Product, Variant
from localization.admin.filters import OwnRelatedFilter
from localization.admin.scope import own_choices, own_rows, owner_of
from localization.admin.scoped import ReadOnlyAdmin, ScopedAdmin
from tests.catalog.making import make_merchant, make_product


class ProductPage(ScopedAdmin):
    merchant_path = "merchant_id"
    list_filter = ("state", "merchant", "merchant__code", "variants__battery")
    date_hierarchy = None


class MerchantPage(ScopedAdmin):
    merchant_path = "pk"


class CategoryPage(ScopedAdmin):
    shared_with_merchants = True


class SecretPage(ReadOnlyAdmin):
    merchant_path = None


@pytest.fixture
def site():
    site = AdminSite()
    for model, page in ((Product, ProductPage), (Merchant, MerchantPage), (Category, CategoryPage)):
        site.register(model, page)
    return site


@pytest.fixture
def request_of_ours(db):
    ours, theirs = make_merchant("ours"), make_merchant("theirs")
    make_product(ours, "ours-1")
    make_product(theirs, "theirs-1")
    user = get_user_model().objects.create_user("us@example.com", "secret", is_staff=True)
    MerchantMember.objects.create(merchant=ours, user=user)
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_a_page_must_say_whose_rows_it_shows(site):
    class Undecided(ScopedAdmin):
        pass

    with pytest.raises(ImproperlyConfigured):
        site.register(Variant, Undecided)


def test_rows_end_at_ones_own_merchant(site, request_of_ours):
    assert [str(row) for row in site._registry[Product].get_queryset(request_of_ours)] == ["ours-1"]


def test_a_path_through_many_rows_gives_each_row_once(request_of_ours):
    ours = Merchant.objects.get(code="ours")
    make_product(ours, "ours-2")
    rows = own_rows(request_of_ours, Merchant.objects.all(), "products__merchant_id")
    assert [row.code for row in rows] == ["ours"]


def test_a_related_row_is_chosen_among_the_own_ones(site, request_of_ours):
    field = Product._meta.get_field("merchant")
    choice = site._registry[Product].formfield_for_foreignkey(field, request_of_ours)
    assert [merchant.code for merchant in choice.queryset] == ["ours"]


def test_reference_rows_are_for_all_and_rows_without_a_page_for_nobody(site, request_of_ours):
    assert own_choices(request_of_ours, site, Category).count() == Category.objects.count() == 1
    assert not own_choices(request_of_ours, site, Variant).exists()


def test_filters_list_own_rows_and_never_read_everybodys(site, request_of_ours):
    page = site._registry[Product]
    assert page.get_list_filter(request_of_ours) == [
        "state",
        ("merchant", OwnRelatedFilter),
        "variants__battery",
    ]
    offered = OwnRelatedFilter(
        Product._meta.get_field("merchant"), request_of_ours, {}, Product, page, "merchant"
    )
    assert [name for _, name in offered.lookup_choices] == ["Ours"]


@pytest.mark.parametrize(
    ("lookup", "allowed"),
    [
        ("state__exact", True),
        ("state__in", True),
        ("merchant__id__exact", True),
        ("merchant__isnull", True),
        ("merchant__code", False),
        ("merchant__code__startswith", False),
        ("merchant__members__user__password", False),
        ("variants__battery__exact", True),
        ("category__products", False),
        ("handle__startswith", False),
        ("state__startswith", False),
    ],
)
def test_by_hand_one_asks_only_what_a_filter_would(site, request_of_ours, lookup, allowed):
    assert site._registry[Product].lookup_allowed(lookup, "1", request_of_ours) is allowed


def test_a_row_that_would_become_anothers_is_not_taken(site, request_of_ours):
    page = site._registry[Product]
    row = Product.objects.get(handle="ours-1")
    row.merchant = Merchant.objects.get(code="theirs")
    form = page.get_form(request_of_ours, row)(instance=row)
    form.save = lambda commit: row
    with pytest.raises(PermissionDenied):
        page.save_form(request_of_ours, form, change=True)


def test_a_foreign_row_and_a_missing_one_are_the_same_404(site, request_of_ours):
    page = site._registry[Product]
    change = next(url for url in page.get_urls() if url.name == "catalog_product_change")
    for pk in (Product.objects.get(handle="theirs-1").pk, 999_999_999, "nonsense"):
        with pytest.raises(Http404):
            change.callback(request_of_ours, object_id=str(pk))


def test_rows_of_operators_are_closed_to_a_merchant_with_every_right(site, request_of_ours, monkeypatch):
    monkeypatch.setattr(type(request_of_ours.user), "has_perm", lambda *_: True)
    page = SecretPage(Variant, site)
    assert not page.has_module_permission(request_of_ours)
    assert not page.has_view_permission(request_of_ours)
    assert not page.has_operate_permission(request_of_ours)
    assert not page.get_queryset(request_of_ours).exists()


def test_reference_rows_are_read_but_not_written_by_a_merchant_with_every_right(
    site, request_of_ours, monkeypatch
):
    monkeypatch.setattr(type(request_of_ours.user), "has_perm", lambda *_: True)
    page = site._registry[Category]
    assert page.has_view_permission(request_of_ours)
    assert not page.has_change_permission(request_of_ours)
    assert not page.has_add_permission(request_of_ours)
    assert not page.has_delete_permission(request_of_ours)


def test_a_path_leads_from_a_row_to_its_merchant(request_of_ours):
    product = Product.objects.get(handle="ours-1")
    assert owner_of(product, "merchant_id") == owner_of(product.variants.get(), "product__merchant_id")
    with pytest.raises(ImproperlyConfigured):
        owner_of(product, None)
