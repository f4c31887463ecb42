"""Address, delivery and payment: each step's happy path, each refusal, and nothing lost."""

import pytest
from django.test import Client

from catalog.models import StockLevel
from orders.models import Cart, Order, Quote
from tests.shop.storefront.checkout.buying import BASE, add, give_address, order_form, to_review


def test_whoever_has_nothing_in_the_cart_is_led_there(client, scarf):
    answer = client.get(f"{BASE}checkout/address/")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}cart/")


@pytest.mark.parametrize("step", ["delivery", "payment", "review"])
def test_no_step_is_reached_before_there_is_an_address(client, scarf, step):
    add(client, scarf)
    answer = client.get(f"{BASE}checkout/{step}/")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}checkout/address/")


def test_the_form_asks_in_the_fields_of_the_country(client, scarf):
    add(client, scarf)
    fields = [f.asked.name for f in client.get(f"{BASE}checkout/address/").context["form"].fields]
    assert fields == ["name", "company", "street", "street2", "postcode", "city", "phone", "email"]


def test_a_good_address_opens_a_quote_and_leads_to_delivery(client, scarf):
    add(client, scarf)
    answer = give_address(client)
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}checkout/delivery/")
    assert Quote.objects.get().body["address"]["postcode"] == "10119"


def test_what_is_wrong_is_told_beside_the_field_and_what_was_typed_stays(client, scarf):
    add(client, scarf)
    answer = give_address(client, postcode="1", email="", street="")
    text = answer.content.decode()
    assert answer.status_code == 400
    assert [f.asked.name for f in answer.context["form"].errors] == ["street", "postcode", "email"]
    assert 'aria-invalid="true" aria-describedby="postcode-error"' in text
    assert '<a href="#postcode">' in text
    assert 'value="Ada Kurz"' in text
    assert not Quote.objects.exists()


@pytest.mark.parametrize("bad", ["a\r\nBcc: x@example.com", "a\nb", "a\x00b"])
@pytest.mark.parametrize("field", ["name", "email"])
def test_a_line_break_in_name_or_email_is_refused(client, scarf, field, bad):
    add(client, scarf)
    answer = give_address(client, **{field: bad})
    assert answer.status_code == 400
    assert [f.asked.name for f in answer.context["form"].errors] == [field]


@pytest.mark.parametrize("country", ["US", "KP", "XX", ""])
def test_a_country_that_is_not_served_is_refused_and_not_replaced(client, scarf, country):
    add(client, scarf)
    answer = give_address(client, country=country)
    assert answer.status_code == 422
    assert not Quote.objects.exists()


def test_a_card_number_in_the_address_is_neither_kept_nor_shown(client, scarf):
    add(client, scarf)
    answer = give_address(client, name="4242 4242 4242 4242")
    assert (answer.status_code, Quote.objects.exists()) == (400, False)
    assert "checkout" not in client.session


def test_another_country_of_the_market_asks_anew_and_keeps_what_was_typed(client, scarf):
    add(client, scarf)
    answer = give_address(client, country="AT", country_only="on")
    form = answer.context["form"]
    assert (answer.status_code, form.country) == (200, "AT")
    assert not form.errors
    assert 'value="Ada Kurz"' in answer.content.decode()


def test_htmx_gets_the_fields_of_the_other_country_alone(client, scarf):
    add(client, scarf)
    part = client.post(
        f"{BASE}checkout/address/", {"country": "AT", "name": "Ada"}, headers={"HX-Request": "true"}
    )
    assert part.content.strip().startswith(b'<div id="address"')
    assert not Quote.objects.exists()


def test_a_country_the_market_does_not_serve_is_refused(client, scarf):
    add(client, scarf)
    answer = give_address(client, country="US")
    assert answer.status_code == 422
    assert "does not deliver to that country" in answer.content.decode()
    assert not Quote.objects.exists()


def test_delivery_shows_each_parcels_services_with_days_and_prices(client, scarf):
    add(client, scarf)
    give_address(client)
    (parcel,) = client.get(f"{BASE}checkout/delivery/").context["parcels"]
    assert len(parcel.services) > 1
    assert [option.chosen for option in parcel.services].count(True) == 1
    assert all(option.first_day < option.last_day for option in parcel.services)


def test_another_service_makes_another_quote(client, scarf):
    add(client, scarf)
    give_address(client)
    (parcel,) = client.get(f"{BASE}checkout/delivery/").context["parcels"]
    other = next(option.service for option in parcel.services if not option.chosen)
    answer = client.post(f"{BASE}checkout/delivery/", {parcel.field: other.code})
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}checkout/payment/")
    first, second = Quote.objects.order_by("pk")
    assert second.body["parcels"][0]["delivery"]["code"] == other.code
    assert second.total > first.total


def test_a_service_that_does_not_exist_is_refused_and_the_quote_stays(client, scarf):
    add(client, scarf)
    give_address(client)
    (parcel,) = client.get(f"{BASE}checkout/delivery/").context["parcels"]
    answer = client.post(f"{BASE}checkout/delivery/", {parcel.field: "teleport"})
    assert answer.status_code == 409
    assert "There is no delivery from Jiangnan" in answer.content.decode()
    assert Quote.objects.count() == 1


def test_without_the_terms_there_is_no_review(client, scarf):
    add(client, scarf)
    give_address(client)
    refused = client.post(f"{BASE}checkout/payment/", {})
    assert refused.status_code == 422
    answer = client.get(f"{BASE}checkout/review/")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}checkout/payment/")


def test_the_last_look_shows_everything_that_was_frozen(client, scarf):
    page = to_review(client, scarf)
    text = page.content.decode()
    quote = page.context["quote"]
    charges = [charge for stop in quote.journey for charge in stop.charges]
    assert charges
    assert all(charge.rule in text for charge in charges)
    assert [rate.source for rate in quote.rates] == ["CNY"]
    assert "1 CNY = " in text
    assert "Torstraße 12" in text
    assert "Order with obligation to pay" in text
    assert order_form(page)["quote_id"] == str(quote.id)


def test_somebody_elses_quote_is_not_seen(client, scarf):
    to_review(client, scarf)
    stranger = Client()
    add(stranger, scarf)
    give_address(stranger)
    session = stranger.session
    session["checkout"] = {**session["checkout"], "quote_id": Quote.objects.earliest("pk").pk, "terms": "x"}
    session.save()
    answer = stranger.get(f"{BASE}checkout/review/")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}checkout/address/")


def test_the_draft_of_one_market_is_none_in_another(client, scarf):
    add(client, scarf)
    give_address(client)
    answer = client.get("/gb/en/checkout/review/")
    assert (answer.status_code, answer["Location"]) == (303, "/gb/en/checkout/address/")


def test_what_cannot_be_priced_there_is_told_with_a_way_on(client, scarf):
    add(client, scarf)
    StockLevel.objects.update(on_hand=10)
    scarf.hs_code = ""
    scarf.save()
    answer = give_address(client)
    assert answer.status_code == 409
    assert "We cannot quote" in answer.content.decode()
    assert f'href="{BASE}cart/"' in answer.content.decode()


@pytest.mark.parametrize("step", ["address", "delivery", "payment", "refresh", "place"])
def test_forms_without_their_token_are_refused(scarf, step):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"{BASE}checkout/{step}/", {}).status_code == 403
    assert not Order.objects.exists()
    assert not Cart.objects.exists()


@pytest.mark.parametrize(("step", "most"), [("address", 10), ("delivery", 5), ("payment", 5), ("review", 5)])
def test_each_step_asks_few_questions(client, scarf, django_assert_max_num_queries, step, most):
    to_review(client, scarf)
    with django_assert_max_num_queries(most):
        assert client.get(f"{BASE}checkout/{step}/").status_code == 200
