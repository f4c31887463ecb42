"""Customs' question in the delivery step: only where it is asked, with its reason, never shown again in clear."""

import pytest

from orders.models import BuyerIdentifier, Order
from orders.selectors.identifiers import identifier_for
from tests.orders.abroad import RIC, kyoto_scarf
from tests.shop.storefront.checkout.buying import BASE, add, give_address, order_form

CN = "/cn/en/"
SHANGHAI = {
    "country": "CN",
    "name": "Li Na",
    "street": "1 Nanjing East Road",
    "postcode": "200001",
    "city": "黄浦区",
    "region": "上海市",
    "email": "li@example.com",
}


@pytest.fixture
def at_delivery(client, scarf):
    """A buyer in Shanghai before the delivery step, with a scarf from Kyoto."""
    add(client, kyoto_scarf(), base=CN)
    answer = give_address(client, base=CN, **SHANGHAI)
    assert answer.status_code == 303, answer.content.decode()
    return client


def test_the_reason_is_told_where_customs_asks(at_delivery):
    page = at_delivery.get(f"{CN}checkout/delivery/").content.decode()
    assert "Resident identity card number" in page
    assert "Chinese customs compares order, payment and parcel" in page


def test_nobody_is_asked_where_customs_asks_nothing(client, scarf):
    add(client, scarf)
    give_address(client)
    assert 'name="identifier"' not in client.get(f"{BASE}checkout/delivery/").content.decode()


@pytest.mark.parametrize("typed", ["", "12345"])
def test_what_is_wrong_is_told_beside_the_field_and_not_repeated(at_delivery, typed):
    answer = at_delivery.post(f"{CN}checkout/delivery/", {"identifier": typed})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert "12345" not in answer.content.decode()


def test_the_order_carries_it_and_no_page_shows_it(at_delivery):
    assert at_delivery.post(f"{CN}checkout/delivery/", {"identifier": RIC}).status_code == 303
    assert RIC not in str(dict(at_delivery.session))
    assert at_delivery.post(f"{CN}checkout/delivery/", {"identifier": ""}).status_code == 303
    at_delivery.post(f"{CN}checkout/payment/", {"terms": "on"})
    review = at_delivery.get(f"{CN}checkout/review/")
    again = at_delivery.get(f"{CN}checkout/delivery/")
    assert f"3{'•' * 15}{RIC[-2:]}" in again.content.decode()
    at_delivery.post(f"{CN}checkout/place/", order_form(review))
    order = Order.objects.get()
    assert identifier_for(order.pk) == RIC
    tracking = at_delivery.get(f"{CN}order/{order.token}/")
    for page in (again, review, tracking):
        assert RIC not in page.content.decode()


def test_whoever_skipped_the_question_is_led_back_to_it(at_delivery):
    at_delivery.post(f"{CN}checkout/payment/", {"terms": "on"})
    answer = at_delivery.post(f"{CN}checkout/place/", order_form(at_delivery.get(f"{CN}checkout/review/")))
    assert answer.status_code == 422
    assert f'href="{CN}checkout/delivery/"' in answer.content.decode()
    assert not BuyerIdentifier.objects.exists()
