"""The withdrawal function: two steps, no sign-in, from any page's foot and from the order's link."""

import re

import pytest
from django.core import signing
from django.test import Client

from orders.models import Withdrawal
from orders.services.sync_order import sync_order
from tests.orders.outside import again, pay
from tests.shop.storefront.checkout.buying import BASE, placed

ASK = f"{BASE}withdrawal/"
CONFIRM = f"{BASE}withdrawal/confirm/"


def statement(page):
    """What the first step signed for the second."""
    return re.search(r'name="statement" value="([^"]+)"', page.content.decode())[1]


def test_every_page_leads_to_it_and_so_does_the_order(client, scarf):
    order = placed(client, scarf)
    assert f'href="{ASK}"' in client.get(BASE).content.decode()
    assert (
        f'href="{BASE}order/{order.token}/withdraw/"'
        in client.get(f"{BASE}order/{order.token}/").content.decode()
    )


def test_number_and_mail_in_any_case_name_the_order_and_nothing_happens_yet(client, scarf):
    order = placed(client, scarf)
    page = Client().post(ASK, {"number": f" {order.number.lower()} ", "email": "ADA@example.com"})
    assert page.status_code == 200
    assert "Confirm withdrawal" in page.content.decode()
    assert order.token not in page.content.decode()
    assert Withdrawal.objects.count() == 0


def test_the_second_step_records_it_without_a_sign_in(client, scarf):
    order = placed(client, scarf)
    pay(order)
    sync_order(order.pk)
    stranger = Client()
    first = stranger.post(ASK, {"number": order.number, "email": "ada@example.com"})
    page = stranger.post(CONFIRM, {"statement": statement(first)})
    assert "We have your withdrawal" in page.content.decode()
    assert Withdrawal.objects.get().order_id == order.pk
    assert again(order).state == "cancelled"


def test_the_holder_of_the_link_needs_the_second_step_alone(client, scarf):
    order = placed(client, scarf)
    page = client.get(f"{BASE}order/{order.token}/withdraw/")
    client.post(CONFIRM, {"statement": statement(page)})
    assert Withdrawal.objects.get().order_id == order.pk
    assert "We received your withdrawal on" in client.get(f"{BASE}order/{order.token}/").content.decode()


@pytest.mark.parametrize(
    "wrong", [{"number": "CW-AAAA-AAAA"}, {"email": "eve@example.com"}, {"number": "\x00"}]
)
def test_a_wrong_number_or_mail_is_told_and_what_was_typed_is_kept(client, scarf, wrong):
    order = placed(client, scarf)
    page = client.post(ASK, {"number": order.number, "email": "ada@example.com", **wrong})
    assert page.status_code == 404
    assert 'role="alert"' in page.content.decode()
    assert 'aria-invalid="true"' in page.content.decode()
    assert 'name="statement"' not in page.content.decode()


def test_guessing_is_slowed_down(client, scarf):
    statuses = [
        client.post(ASK, {"number": "CW-AAAA-AAAA", "email": "a@b.cd"}).status_code for _ in range(22)
    ]
    assert statuses == [404] * 20 + [429] * 2


@pytest.mark.parametrize(
    "forged", ["", "1", signing.dumps(1), "\x00"], ids=["empty", "bare", "of another salt", "nul"]
)
def test_a_statement_that_the_first_step_did_not_sign_is_not_taken(client, scarf, forged):
    placed(client, scarf)
    assert client.post(CONFIRM, {"statement": forged}).status_code == 410
    assert Withdrawal.objects.count() == 0


def test_confirming_needs_the_forms_token(client, scarf):
    order = placed(client, scarf)
    page = client.get(f"{BASE}order/{order.token}/withdraw/")
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(CONFIRM, {"statement": statement(page)}).status_code == 403
    assert Withdrawal.objects.count() == 0
