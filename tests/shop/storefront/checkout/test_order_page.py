"""The order's page: to the payment and back, tracking, cancelling, and who may look."""

import pytest
from django.test import Client

from logistics.models import Shipment
from orders.models import Order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.sync_order import sync_order
from tests.orders import outside
from tests.orders.outside import again, pay
from tests.shop.storefront.checkout.buying import BASE, placed

HTMX = {"HX-Request": "true"}


def url(order, more=""):
    return f"{BASE}order/{order.token}/{more}"


def paid(order):
    """The buyer pays and the news arrives."""
    pay(order)
    sync_order(order.pk)


def decline(order):
    """The buyer goes to the page and is declined; the news arrives."""
    pay(order, status="declined", authorized=order.total * 0)


def test_the_buyer_is_sent_to_the_gateways_page(client, scarf):
    order = placed(client, scarf)
    answer = client.get(url(order, "pay/"))
    assert answer.status_code == 303
    assert answer["Location"].startswith("https://pay.example/")


def test_a_silent_gateway_is_told_and_the_order_kept(client, scarf, monkeypatch):
    order = placed(client, scarf)
    monkeypatch.setattr(outside.FakeGateway, "open", outside.silent)
    answer = client.get(url(order, "pay/"))
    text = answer.content.decode()
    assert answer.status_code == 503
    assert "The payment service does not answer" in text
    assert f'href="{url(order, "pay/")}"' in text
    assert again(order).state == "awaiting_payment"


def test_whoever_returns_before_the_news_sees_it_being_confirmed(client, scarf):
    order = placed(client, scarf)
    client.get(url(order, "pay/"))
    page = client.get(url(order) + "?payment=returned")
    text = page.content.decode()
    assert "We are confirming your payment" in text
    assert 'hx-trigger="every 2s"' in text
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in text


@pytest.mark.parametrize(
    "query", ["?payment=success", "?status=success", "?payment=returned&state=confirmed"]
)
def test_what_the_link_says_about_the_payment_is_not_believed(client, scarf, query):
    order = placed(client, scarf)
    page = client.get(url(order) + query)
    assert page.context["page"].order.state == "awaiting_payment"
    assert again(order).state == "awaiting_payment"
    assert "your order is confirmed" not in page.content.decode()


def test_a_paid_order_is_confirmed_on_the_next_look(client, scarf):
    order = placed(client, scarf)
    paid(order)
    part = client.get(url(order), headers=HTMX).content.decode()
    assert part.strip().startswith('<div id="live"')
    assert "Thank you, your order is confirmed" in part
    assert 'data-progress="here"' in part
    assert "Go to the payment page" not in part


def test_a_poll_that_finds_nothing_new_changes_nothing(client, scarf):
    order = placed(client, scarf)
    mark = client.get(url(order)).context["page"].mark
    assert client.get(f"{url(order)}?seen={mark}", headers=HTMX).status_code == 204
    paid(order)
    assert client.get(f"{url(order)}?seen={mark}", headers=HTMX).status_code == 200


def test_a_declined_payment_can_be_tried_again(client, scarf):
    order = placed(client, scarf)
    decline(order)
    text = client.get(url(order)).content.decode()
    assert "The payment was declined" in text
    assert "Try the payment again" in text
    assert client.get(url(order, "pay/")).status_code == 303


def test_a_paid_order_is_not_paid_again(client, scarf):
    order = placed(client, scarf)
    paid(order)
    answer = client.get(url(order, "pay/"))
    assert answer["Location"] == url(order)


def test_cancelling_asks_once_more_and_then_gives_everything_back(client, scarf):
    order = placed(client, scarf)
    paid(order)
    assert "Yes, cancel the order" in client.get(url(order, "cancel/")).content.decode()
    assert again(order).state == "confirmed"
    assert client.post(url(order, "cancel/"))["Location"] == url(order)
    assert again(order).state == "cancelled"
    text = client.get(url(order)).content.decode()
    assert "This order is cancelled" in text
    assert "hx-trigger" not in text


@pytest.mark.parametrize(
    ("state", "stage", "heading", "polls"),
    [
        ("undelivered", "returned", "A parcel did not reach you", True),
        ("refunded", "lost", "Your money goes back to you", False),
    ],
)
def test_the_buyer_reads_what_became_of_a_parcel_that_went_astray(
    client, scarf, state, stage, heading, polls
):
    order = placed(client, scarf)
    paid(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="merchant")
    Shipment.objects.update(state=stage, number="LX000000001CN")
    Order.objects.filter(pk=order.pk).update(state=state)
    text = client.get(url(order)).content.decode()
    assert f"<h1>{heading}</h1>" in text
    assert {"returned": "Back at the sender", "lost": "Lost"}[stage] in text
    assert ("hx-trigger" in text) is polls


def test_what_was_cancelled_is_not_cancelled_again(client, scarf):
    order = placed(client, scarf)
    client.post(url(order, "cancel/"))
    answer = client.post(url(order, "cancel/"))
    assert answer.status_code == 409
    assert "can no longer be cancelled" in answer.content.decode()


def test_the_history_names_no_token_that_opens_anything(client, scarf):
    order = placed(client, scarf)
    client.post(url(order, "cancel/"))
    assert again(order).history.latest("pk").actor == "guest"


@pytest.mark.parametrize("more", ["", "pay/", "cancel/"])
def test_an_unknown_link_finds_nothing(client, scarf, more):
    assert client.get(f"{BASE}order/AAAAAAAAAAAAAAAAAAAAAA/{more}").status_code == 404


def test_guessing_links_is_slowed_down_and_true_links_of_others_are_not(client, scarf):
    order = placed(client, scarf)
    statuses = {client.get(f"{BASE}order/guess-{number}/").status_code for number in range(25)}
    assert statuses == {404, 429}
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.get(url(order)).status_code == 200


def test_a_said_address_does_not_reset_the_count(client, scarf):
    for number in range(25):
        client.get(f"{BASE}order/guess-{number}/", headers={"X-Forwarded-For": f"198.51.100.{number}"})
    assert client.get(f"{BASE}order/guess/", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 429


def test_the_page_belongs_to_no_cache_no_search_engine_and_tells_no_other_site(client, scarf):
    answer = client.get(url(placed(client, scarf)))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert b'name="robots" content="noindex"' in answer.content


def test_cancelling_needs_the_forms_token(client, scarf):
    order = placed(client, scarf)
    assert Client(enforce_csrf_checks=True).post(url(order, "cancel/")).status_code == 403
    assert Order.objects.get().state == "awaiting_payment"


def test_a_buyers_name_with_markup_is_shown_as_text(client, scarf):
    order = placed(client, scarf)
    Order.objects.update(address={**order.address, "name": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get(url(order)).content.decode()


def test_the_page_asks_few_questions(client, scarf, django_assert_max_num_queries):
    order = placed(client, scarf)
    paid(order)
    with django_assert_max_num_queries(10):
        client.get(url(order))
