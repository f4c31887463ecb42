"""Quotes freeze what they were made of, for 30 minutes."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalog.models import Variant
from localization.addresses import Address
from orders.freezing import thaw
from orders.models import Quote
from orders.refusals import CannotPriceLine, CartEmpty, CartNotFound, MarketServesNot, NoDelivery, Restricted
from orders.services.open_quote import open_quote
from orders.values.quote import QuoteBody
from orders.values.requests import QuoteRequest
from tests.orders.making import eur, make_cart, make_merchant, make_quote, make_variant


def read(quote_id):
    """The stored quote and its body."""
    quote = Quote.objects.get(pk=quote_id)
    return quote, thaw(QuoteBody, quote.body)


def test_a_quote_names_every_part_of_the_price(scarf):
    quote, body = read(make_quote(make_cart((scarf, 2))))
    (parcel,) = body.parcels
    (line,) = parcel.lines
    # CNY 298 / 8.20 = 36.34, uplift and price ending of the market: 37.95
    assert (line.unit_price, line.amount) == (eur("37.95"), eur("75.90"))
    assert (parcel.delivery.code, parcel.totals.freight) == ("causeway-post-ddp", eur("7.40"))
    assert (parcel.totals.duty, parcel.totals.tax, parcel.totals.fees) == (eur("3.00"), eur("15.83"), eur(0))
    assert quote.total == body.totals.total == eur("102.13")


def test_a_quote_keeps_its_inputs(scarf):
    quote, body = read(make_quote(make_cart((scarf, 1))))
    (rate,) = body.rates
    assert (rate.source, rate.target, rate.provider) == ("CNY", "EUR", "ecb")
    assert rate.rate == Decimal("0.121951219512")
    assert body.pack_versions[0].startswith("DE-")
    assert body.territory == "DE"
    assert "IOSS" in body.registrations
    assert quote.expires_at - quote.created_at == timedelta(minutes=30)


def test_a_stored_quote_cannot_be_written_again(scarf):
    quote, _ = read(make_quote(make_cart((scarf, 1))))
    quote.total = eur(1)
    with pytest.raises(TypeError):
        quote.save()
    assert Quote.objects.get().total != eur(1)


def test_another_delivery_is_another_quote(scarf):
    token = make_cart((scarf, 1))
    first, _ = read(make_quote(token))
    second, body = read(make_quote(token, freight={"jiangnan-store": "causeway-express"}))
    assert second.pk != first.pk
    assert body.parcels[0].delivery.code == "causeway-express"
    assert second.total > first.total
    assert [choice.code for choice in body.parcels[0].choices] == ["causeway-post-ddp", "causeway-express"]


def test_a_service_that_does_not_go_there_is_refused(scarf):
    with pytest.raises(NoDelivery) as no:
        make_quote(make_cart((scarf, 1)), freight={"jiangnan-store": "causeway-economy"})
    assert no.value.service == "causeway-economy"
    assert not Quote.objects.exists()


def test_a_line_that_cannot_be_declared_is_named(scarf, merchant):
    riddle = make_variant(merchant, "RIDDLE", hs_code="")
    with pytest.raises(CannotPriceLine) as no:
        make_quote(make_cart((scarf, 1), (riddle, 1)))
    assert (no.value.sku, no.value.reason) == ("RIDDLE", "missing_hs_code")
    assert not Quote.objects.exists()


def test_a_market_delivers_to_its_own_countries(scarf):
    paris = Address(name="A", street="1 rue B", city="Paris", country="FR", postcode="75001")
    with pytest.raises(MarketServesNot):
        make_quote(make_cart((scarf, 1)), address=paris)
    assert not Quote.objects.exists()


def test_an_empty_or_unknown_cart_has_no_quote(reference):
    with pytest.raises(CartEmpty):
        make_quote(make_cart())
    with pytest.raises(CartNotFound):
        make_quote("guessed")
    assert not Quote.objects.exists()


def test_a_country_alone_gives_an_estimate_without_address(scarf):
    token = make_cart((scarf, 1))
    quote, body = read(open_quote(QuoteRequest(cart_token=token, country="DE")))
    assert body.address is None
    assert quote.total == body.totals.total


def test_parcels_of_two_warehouses_are_cleared_apart(scarf):
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    quote, body = read(make_quote(make_cart((scarf, 1), (bowl, 1))))
    assert [parcel.warehouse_code for parcel in body.parcels] == ["jiangnan-store", "kyoto-store"]
    assert [parcel.totals.duty for parcel in body.parcels] == [eur("3.00"), eur("3.00")]
    assert sum((parcel.totals.total for parcel in body.parcels), eur(0)) == quote.total


def test_restricted_goods_get_no_quote_and_nothing_is_frozen(scarf):
    token = make_cart((scarf, 1))
    Variant.objects.update(hs_code="930200")
    with pytest.raises(Restricted) as no:
        make_quote(token)
    assert no.value.rule == "weapons"
    assert not Quote.objects.exists()


def test_a_warning_of_a_restriction_is_frozen_with_the_quote(merchant):
    _, body = read(
        make_quote(make_cart((make_variant(merchant, "GLASSES", hs_code="900410", battery="packed_with"), 1)))
    )
    said = [notice.text for notice in body.parcels[0].landed.warnings]
    assert [text for text in said if text.startswith("The batteries travel")] != []
