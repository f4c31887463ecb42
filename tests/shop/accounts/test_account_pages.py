"""The account: orders, addresses, profile, data and leaving; and that nobody sees anybody else's."""

import json

import pytest
from django.test import Client

from catalog.models import StockLevel
from localization.addresses import Address
from orders.models import Order
from shop.accounts.models import SavedAddress, User
from shop.accounts.services.save_address import MOST, save_address
from tests.orders.making import BERLIN
from tests.shop.accounts.conftest import PASSWORD
from tests.shop.storefront.checkout.buying import ADDRESS, BASE, add, give_address, placed

BOOK = f"{BASE}account/addresses/"


def test_a_customers_orders_are_listed_and_lead_to_their_pages(hers, his, ada, scarf):
    order = placed(hers, scarf)
    page = hers.get(f"{BASE}account/")
    assert [row.number for row in page.context["orders"]] == [order.number]
    assert f'href="{BASE}order/{order.token}/"' in page.content.decode()
    assert list(his.get(f"{BASE}account/").context["orders"]) == []


def test_a_long_list_goes_on_behind_a_link(hers, scarf):
    first = placed(hers, scarf)
    for _ in range(10):
        last = placed(hers, scarf)
        Order.objects.update(state="cancelled")
        StockLevel.objects.update(held=0)
    page = hers.get(f"{BASE}account/")
    assert page.context["orders"][0].id == last.pk
    assert len(page.context["orders"]) == 10
    rest = hers.get(f"{BASE}account/{page.context['more_url']}")
    assert [row.id for row in rest.context["orders"]] == [first.pk]


@pytest.mark.parametrize("before", ["", "x", "-1", "99999999999999999999"])
def test_a_place_in_the_list_that_is_none_is_its_beginning(hers, before):
    assert hers.get(f"{BASE}account/?before={before}").status_code == 200


def test_an_address_is_added_changed_and_deleted(hers, ada):
    assert hers.post(f"{BOOK}add/", ADDRESS)["Location"] == BOOK
    row = SavedAddress.objects.get(user=ada)
    hers.post(f"{BOOK}{row.pk}/", {**ADDRESS, "street": "Unter den Linden 1"})
    assert SavedAddress.objects.get().address["street"] == "Unter den Linden 1"
    assert "Unter den Linden 1" in hers.get(BOOK).content.decode()
    hers.post(f"{BOOK}{row.pk}/delete/")
    assert not SavedAddress.objects.exists()


def test_a_bad_address_is_told_beside_its_field_and_not_kept(hers):
    answer = hers.post(f"{BOOK}add/", {**ADDRESS, "postcode": "1"})
    assert answer.status_code == 400
    assert [field.asked.name for field in answer.context["form"].errors] == ["postcode"]
    assert not SavedAddress.objects.exists()


def test_a_book_has_an_end(hers, ada):
    for number in range(MOST):
        save_address(user_id=ada.pk, address=Address(**{**BERLIN.to_json(), "street": f"Weg {number}"}))
    answer = hers.post(f"{BOOK}add/", ADDRESS)
    assert answer.status_code == 409
    assert SavedAddress.objects.count() == MOST


def test_somebody_elses_address_is_like_a_missing_one(hers, his, ada):
    theirs = save_address(user_id=ada.pk, address=BERLIN)
    for number in (theirs, 424242):
        assert his.get(f"{BOOK}{number}/").status_code == 404
        assert his.post(f"{BOOK}{number}/", ADDRESS).status_code == 404
        assert his.post(f"{BOOK}{number}/delete/").status_code == 404
    assert SavedAddress.objects.get().address == BERLIN.to_json()


def test_checkout_offers_the_customers_own_addresses_and_only_those(hers, his, ada, scarf):
    theirs = save_address(user_id=ada.pk, address=BERLIN)
    add(hers, scarf)
    add(his, scarf)
    page = hers.get(f"{BASE}checkout/address/?saved={theirs}")
    assert 'value="Torstraße 12"' in page.content.decode()
    assert his.get(f"{BASE}checkout/address/?saved={theirs}").status_code == 404
    assert "Torstraße" not in his.get(f"{BASE}checkout/address/").content.decode()


def test_an_address_given_at_checkout_is_kept_where_wished(hers, ada, scarf):
    add(hers, scarf)
    give_address(hers)
    assert not SavedAddress.objects.exists()
    give_address(hers, save="on")
    give_address(hers, save="on")
    assert [row.user_id for row in SavedAddress.objects.all()] == [ada.pk]


def test_name_and_language_are_changed(hers, ada):
    assert hers.post(f"{BASE}account/profile/", {"name": " Ada  Kurz ", "language": "ja"}).status_code == 302
    ada.refresh_from_db()
    assert (ada.name, ada.language) == ("Ada Kurz", "ja")


@pytest.mark.parametrize("change", [{"name": "x" * 121}, {"name": "a\x00b"}, {"language": "tlh"}])
def test_a_name_that_cannot_be_written_or_a_language_we_do_not_speak_is_refused(hers, ada, change):
    answer = hers.post(f"{BASE}account/profile/", {"name": "Ada", "language": "de", **change})
    assert answer.status_code == 422
    ada.refresh_from_db()
    assert (ada.name, ada.language) == ("", "")


@pytest.mark.parametrize("name", ["4242 4242 4242 4242", "Ada 4242-4242-4242-4242", "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢"])
def test_a_card_number_typed_as_name_is_refused_and_neither_kept_nor_shown(hers, ada, name):
    answer = hers.post(f"{BASE}account/profile/", {"name": name, "language": "de"})
    assert answer.status_code == 422
    assert "This looks like a card number." in answer.content.decode()
    assert name not in answer.content.decode()
    ada.refresh_from_db()
    assert (ada.name, ada.language) == ("", "")


def test_fields_sent_along_with_the_profile_are_ignored(hers, ada):
    extra = {"is_staff": "on", "is_superuser": "on", "email": "x@example.com"}
    hers.post(f"{BASE}account/profile/", {"name": "Ada", "language": "de", **extra})
    ada.refresh_from_db()
    assert (ada.is_staff, ada.is_superuser, ada.email) == (False, False, "ada@example.com")


def test_the_data_of_a_customer_is_a_file_of_their_own_only(hers, his, ada, scarf):
    order = placed(hers, scarf)
    save_address(user_id=ada.pk, address=BERLIN)
    answer = hers.get(f"{BASE}account/export/")
    data = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="causeway-data.json"'
    assert data["profile"]["email"] == "ada@example.com"
    assert [row["street"] for row in data["addresses"]] == ["Torstraße 12"]
    assert [row["number"] for row in data["orders"]] == [order.number]
    assert json.loads(his.get(f"{BASE}account/export/").content)["orders"] == []


def test_erasing_needs_the_password(hers, ada):
    answer = hers.post(f"{BASE}account/erase/", {"password": "not-hers"})
    assert answer.status_code == 422
    assert User.objects.filter(pk=ada.pk).exists()


def test_erasing_takes_the_person_away_and_signs_out(hers, ada, scarf):
    order = placed(hers, scarf)
    hers.post(f"{BASE}order/{order.token}/cancel/")
    save_address(user_id=ada.pk, address=BERLIN)
    answer = hers.post(f"{BASE}account/erase/", {"password": PASSWORD})
    assert answer["Location"] == BASE
    assert not User.objects.filter(email="ada@example.com").exists()
    assert not SavedAddress.objects.exists()
    order.refresh_from_db()
    assert (order.email, order.customer_id, order.address["name"]) == ("erased@invalid", None, "—")
    assert hers.get(f"{BASE}account/").status_code == 302


def test_while_an_order_is_under_way_nothing_is_erased(hers, ada, scarf):
    order = placed(hers, scarf)
    answer = hers.post(f"{BASE}account/erase/", {"password": PASSWORD})
    assert answer.status_code == 409
    assert order.number in answer.content.decode()
    assert User.objects.filter(pk=ada.pk).exists()


def test_members_of_staff_do_not_erase_themselves(hers, ada):
    User.objects.update(is_staff=True)
    assert hers.post(f"{BASE}account/erase/", {"password": PASSWORD}).status_code == 409
    assert User.objects.filter(pk=ada.pk).exists()


@pytest.mark.parametrize("page", ["", "addresses/", "addresses/add/", "profile/", "export/", "erase/"])
def test_every_page_of_the_account_is_private_and_asks_who_is_there(hers, page):
    answer = hers.get(f"{BASE}account/{page}")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert Client().get(f"{BASE}account/{page}")["Location"].startswith("/account/login/")


@pytest.mark.parametrize("page", ["addresses/add/", "addresses/1/delete/", "profile/", "erase/"])
def test_forms_without_their_token_are_refused(ada, page):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ada)
    assert strict.post(f"{BASE}account/{page}", {}).status_code == 403


@pytest.mark.parametrize(("page", "most"), [("", 6), ("addresses/", 4), ("profile/", 3)])
def test_each_page_asks_few_questions(hers, scarf, django_assert_max_num_queries, page, most):
    placed(hers, scarf)
    placed(hers, scarf)
    with django_assert_max_num_queries(most):
        hers.get(f"{BASE}account/{page}")
