"""The route: what each stop adds, and how far a parcel is."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from moneyed import Money

from localization.places import territory_of
from localization.selectors import market
from logistics.values import TimelineEntry
from orders.quoting import Destination, make_quote
from orders.route import Door, merged, parcel_route, with_timeline
from orders.selectors.gathering import rules_for, wanted_lines, wanted_parcels
from tests.orders.making import eur, make_merchant, make_variant

BERLIN = Door(country="DE", postcode="10119", country_name="Germany", city="Berlin")


def parcels_of(*variants):
    """Quoted parcels of one piece each to Berlin."""
    rules = rules_for(market("de"))
    to = Destination(territory=territory_of("DE", "10119"), country="DE")
    lines = wanted_lines({variant.pk: 1 for variant in variants}, "en")
    wanted = wanted_parcels(lines, to=to.territory, rules=rules, chosen={})
    return make_quote(wanted, to=to, rules=rules, language="en").parcels


def _parcel_to_japan(variant):
    """The quoted parcel of one piece."""
    rules = rules_for(market("jp"))
    to = Destination(territory=territory_of("JP"), country="JP")
    wanted = wanted_parcels(wanted_lines({variant.pk: 1}, "en"), to=to.territory, rules=rules, chosen={})
    (parcel,) = make_quote(wanted, to=to, rules=rules, language="en").parcels
    return parcel


@pytest.fixture
def route(scarf):
    """The route of one scarf."""
    return parcel_route(parcels_of(scarf)[0], to=BERLIN)


def scan(status, hour):
    """A scan on the day of the fair."""
    at = datetime(2026, 11, 22, hour, tzinfo=UTC)
    return TimelineEntry(status=status, code="X", at=at, place="Somewhere", country="CN", description="Seen")


def progress(route):
    """How far each stop is."""
    return [stop.progress for stop in route]


def test_each_stop_says_what_it_adds_up_to_the_total(route):
    assert [(stop.kind, stop.place, stop.adds, stop.total) for stop in route] == [
        ("workshop", "Hangzhou", eur("37.95"), eur("37.95")),
        ("freight", "Causeway Post, tracked", eur("5.90"), eur("43.85")),
        ("border", "Germany", eur("11.33"), eur("55.18")),
        ("door", "Berlin", eur(0), eur("55.18")),
    ]


def test_the_border_explains_duty_and_tax(route):
    duty, tax = route[2].charges
    assert (duty.kind, duty.authority, duty.amount, duty.line) == (
        "duty",
        "DE:Zoll",
        eur("3.00"),
        "Scarf SCARF",
    )
    assert (tax.authority, tax.base, str(tax.rate), tax.amount) == (
        "EU:IOSS",
        eur("43.85"),
        "0.19",
        eur("8.33"),
    )
    assert tax.source


def test_the_border_says_why_nothing_is_owed(scarf):
    tokyo = Door(country="JP", postcode="", country_name="Japan", city="Tokyo")
    relief = parcel_route(_parcel_to_japan(scarf), to=tokyo)[2].reliefs
    assert [(one.label, one.title, one.scheme, one.amount) for one in relief] == [
        (
            "No duty and no tax",
            "Customs value up to JPY 10,000, no duty and no consumption tax",
            "relief-10000",
            Money(0, "JPY"),
        )
    ]


def test_two_parcels_make_one_route_with_the_sums(scarf):
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    routes = [parcel_route(parcel, to=BERLIN) for parcel in parcels_of(scarf, bowl)]
    together = merged(routes)
    assert [stop.kind for stop in together] == ["workshop", "freight", "border", "door"]
    assert together[0].place == "Hangzhou · Kyoto"
    assert together[-1].total == routes[0][-1].total + routes[1][-1].total
    assert merged(routes[:1]) == routes[0]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], ["ahead", "ahead", "ahead", "ahead"]),
        (["handed_over"], ["here", "ahead", "ahead", "ahead"]),
        (["handed_over", "in_transit"], ["passed", "here", "ahead", "ahead"]),
        (["handed_over", "import_customs"], ["passed", "passed", "here", "ahead"]),
        (["handed_over", "out_for_delivery"], ["passed", "passed", "passed", "here"]),
        (["handed_over", "delivered"], ["passed", "passed", "passed", "passed"]),
        (["handed_over", "delivered", "in_transit"], ["passed", "passed", "passed", "passed"]),
    ],
)
def test_the_timeline_says_how_far_it_is(route, statuses, expected):
    live = with_timeline(route, [scan(status, hour) for hour, status in enumerate(statuses)])
    assert progress(live) == expected


def test_what_happened_stands_at_its_stop(route):
    live = with_timeline(route, [scan("handed_over", 8), scan("export_customs", 9), scan("in_transit", 10)])
    assert [len(stop.events) for stop in live] == [1, 2, 0, 0]
    assert live[1].events[0].text == "Seen"


def test_labels_come_in_the_active_language(scarf):
    with translation.override("de"):
        translated = parcel_route(parcels_of(scarf)[0], to=BERLIN)
    assert [stop.kind for stop in translated] == ["workshop", "freight", "border", "door"]
    assert all(isinstance(stop.label, str) and stop.label for stop in translated)
