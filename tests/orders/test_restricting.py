"""What restrictions do to a sale: which services are left, what stops it, what the buyer is told."""

from dataclasses import replace

import pytest
from django.utils import translation

from localization.places import territory_of
from localization.selectors import market
from orders.quoting import Destination, make_quote
from orders.refusals import Restricted
from orders.restricting import refusal_of, refused_everywhere
from orders.selectors.gathering import rules_for, wanted_lines, wanted_parcels
from tests.orders.making import make_variant

BERLIN = territory_of("DE", "10119")


@pytest.fixture
def rules(scarf):
    """Those of the German market."""
    return rules_for(market("de"))


def wanted(variant, **facts):
    """One piece of a variant."""
    (line,) = wanted_lines({variant.pk: 1}, "en")
    return replace(line, facts=replace(line.facts, **facts))


def test_a_scarf_may_go_and_says_nothing(scarf, rules):
    (parcel,) = wanted_parcels([wanted(scarf)], to=BERLIN, rules=rules, chosen={})
    assert parcel.notices == ()
    assert {option.mode for option in parcel.options} == {"post", "courier"}


def test_perfume_is_left_to_the_couriers(scarf, rules):
    (parcel,) = wanted_parcels([wanted(scarf, hs_code="330300")], to=BERLIN, rules=rules, chosen={})
    assert {option.mode for option in parcel.options} == {"courier"}


def test_what_no_service_may_carry_is_refused_with_its_reason(scarf, rules):
    with pytest.raises(Restricted) as no:
        wanted_parcels([wanted(scarf, hs_code="930200")], to=BERLIN, rules=rules, chosen={})
    assert (no.value.sku, no.value.rule, no.value.kind) == ("SCARF", "weapons", "banned")
    assert str(no.value) == (
        "“Scarf SCARF” cannot be delivered there. Weapons, ammunition and their parts cannot be sent."
    )


def test_the_reason_is_said_in_the_readers_language(scarf, rules):
    refusal = refusal_of(wanted(scarf, hs_code="930200"), to=BERLIN, rules=rules)
    with translation.override("de"):
        assert refusal.facts["reason"] == "Waffen, Munition und ihre Teile können nicht verschickt werden."


def test_a_sanctioned_destination_blames_no_article(scarf, rules):
    refusal = refusal_of(wanted(scarf), to=territory_of("RU"), rules=rules)
    assert (refusal.rule, refusal.title) == ("sanctioned-destination", "")
    assert str(refusal) == "We do not deliver to this country because of sanctions."


def test_a_warning_is_frozen_with_the_price(scarf, rules):
    (parcel,) = wanted_parcels([wanted(scarf, hs_code="950300")], to=BERLIN, rules=rules, chosen={})
    to = Destination(territory=BERLIN, country="DE")
    (quoted,) = make_quote((parcel,), to=to, rules=rules, language="en").parcels
    said = [notice.text for notice in quoted.landed.warnings]
    assert (
        "Toys and electronics carry the CE mark and name an economic operator in the European Union." in said
    )


def test_what_only_a_colleague_should_look_at_stops_nothing_and_is_not_said(scarf, rules):
    clock = wanted(scarf, hs_code="910300")
    (parcel,) = wanted_parcels([clock], to=territory_of("CN"), rules=rules_for(market("cn")), chosen={})
    assert parcel.notices == ()


def test_only_a_ban_in_every_country_of_the_market_keeps_goods_out_of_its_carts(scarf, rules):
    assert refused_everywhere(wanted(scarf, hs_code="330300"), rules=rules) is None
    assert refused_everywhere(wanted(scarf, hs_code="930200"), rules=rules).rule == "weapons"


def test_wine_to_the_emirates_is_refused_and_to_germany_warned_of(scarf, rules):
    wine = make_variant(scarf.product.merchant, "WINE", hs_code="220421")
    assert refused_everywhere(wanted(wine), rules=rules_for(market("ae"))).rule == "alcohol-permit"
    assert refused_everywhere(wanted(wine), rules=rules) is None
