"""Freight options: the cards that serve a parcel, priced in the asked currency and rounded up."""

from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from localization.places import territory_of
from localization.rates import FxTable, Quotation
from logistics.models import RateCard, RateStep
from logistics.refusals import NoFreight
from logistics.selectors.freight import freight_option, freight_options
from logistics.services.load_freight import load_freight
from logistics.values import FreightQuery

DAY = date(2026, 11, 20)
FX = FxTable(
    rows={
        "USD": Quotation(rate=Decimal("1.1600"), day=DAY, provider="ECB"),
        "CNY": Quotation(rate=Decimal("8.2000"), day=DAY, provider="ECB"),
        "JPY": Quotation(rate=Decimal("180.33"), day=DAY, provider="ECB"),
    }
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cards():
    load_freight()


def a_query(**changes):
    usual = {
        "ship_from": "CN",
        "destination": territory_of("DE", "10119"),
        "weight_grams": 180,
        "currency": "EUR",
        "fx": FX,
    }
    return FreightQuery(**{**usual, **changes})


def test_a_light_parcel_from_china_to_germany_has_three_services():
    options = freight_options(a_query())
    assert [(o.code, o.incoterm, o.price, o.days_min, o.days_max) for o in options] == [
        ("causeway-post-ddp", "DDP", Money("5.90", "EUR"), 7, 12),
        ("causeway-express", "DDP", Money("15.95", "EUR"), 2, 4),  # 18.50 USD / 1.16 = 15.948…
        ("causeway-economy", "DAP", Money("2.93", "EUR"), 14, 28),  # 24 CNY / 8.2 = 2.926…
    ]


def test_a_price_is_rounded_up_to_the_minor_unit():
    option = freight_option("causeway-post-ddp", a_query(destination=territory_of("JP"), currency="JPY"))
    assert option.price == Money(704, "JPY")  # 3.90 EUR * 180.33 = 703.287


@pytest.mark.parametrize(("grams", "price"), [(250, "5.90"), (251, "7.40"), (30_000, "182.00")])
def test_a_step_reaches_up_to_its_weight(grams, price):
    assert freight_option("causeway-post-ddp", a_query(weight_grams=grams)).price == Money(price, "EUR")


def test_nobody_takes_a_parcel_above_the_last_step():
    assert freight_options(a_query(weight_grams=30_001)) == ()


def test_batteries_go_only_with_services_that_take_them():
    codes = [option.code for option in freight_options(a_query(battery=True))]
    assert codes == ["causeway-post-ddp", "causeway-express"]


def test_a_service_without_a_rate_is_left_out():
    codes = [option.code for option in freight_options(a_query(fx=FxTable()))]
    assert codes == ["causeway-post-ddp"]


def test_a_place_nobody_serves_is_refused():
    with pytest.raises(NoFreight) as refusal:
        freight_option("causeway-post-ddp", a_query(destination=territory_of("FO")))
    assert refusal.value.facts == {"service": "causeway-post-ddp", "destination": "Faroe Islands"}


@pytest.mark.parametrize(
    "destination",
    [
        "DE",
        "AT",
        "FR",
        "BE",
        "LU",
        "MC",
        "GB",
        "US",
        "JP",
        "AU",
        "AE",
        "CN",
        "CH",
        "LI",
        "NO",
        "ES",
        "CA",
        "BR",
        "KR",
        "NZ",
    ],
)
@pytest.mark.parametrize("ship_from", ["CN", "JP", "PT"])
def test_every_market_is_reached_with_duties_paid_from_every_warehouse(ship_from, destination):
    query = a_query(ship_from=ship_from, destination=territory_of(destination))
    assert {"causeway-post-ddp", "causeway-express"} <= {option.code for option in freight_options(query)}


def test_a_warm_answer_asks_no_database(django_assert_num_queries):
    freight_options(a_query())
    with django_assert_num_queries(0):
        freight_options(a_query(weight_grams=900))


def test_a_newer_card_takes_the_place_of_the_older():
    old = RateCard.objects.get(code="causeway-post-ddp")
    zone = old.zones.get(name="East Asia to Europe")
    old.pk, old.effective_from = None, date(2026, 6, 1)
    old.save()
    zone.pk, zone.card = None, old
    zone.save()
    RateStep.objects.create(zone=zone, up_to_grams=250, price=Decimal("6.40"))
    load_freight()
    assert freight_option("causeway-post-ddp", a_query()).price == Money("6.40", "EUR")
