"""The sum of the parts is the whole, to the minor unit, for ten thousand random carts."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from moneyed import Money

from localization.addresses import Address
from localization.money import exponent, total
from localization.places import territory_of
from localization.selectors import fx_table, market
from orders.allocating import allocations
from orders.freezing import freeze, thaw
from orders.quoting import Destination, WantedLine, WantedParcel, make_quote
from orders.selectors.gathering import rules_for, wanted_lines, wanted_parcels
from orders.values.quote import QuoteBody
from tests.orders.making import make_merchant, make_variant

CARTS = 10_000


@pytest.fixture
def kinds(scarf, merchant):
    """A few kinds of goods from two warehouses."""
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    tea = make_variant(merchant, "TEA", price="88.50", hs_code="090210")
    return wanted_lines({scarf.pk: 1, bowl.pk: 1, tea.pk: 1}, "en")


def random_line(kind, dice):
    """A line of a kind at a random price, weight and quantity."""
    price = Money(Decimal(dice.randint(1, 90_000)) / 100, kind.facts.price.currency)
    facts = replace(kind.facts, price=price, weight_grams=dice.randint(1, 400))
    return WantedLine(facts, dice.randint(1, 9))


def test_ten_thousand_random_carts_add_up(kinds):
    dice = random.Random(20261122)
    rules = rules_for(market("de"))
    to = Destination(territory=territory_of("DE", "10119"), country="DE")
    usual = wanted_parcels(kinds, to=to.territory, rules=rules, chosen={})
    for _ in range(CARTS):
        parcels = tuple(
            WantedParcel(
                lines=tuple(random_line(line, dice) for line in parcel.lines if dice.random() < 0.8)
                or (random_line(parcel.lines[0], dice),),
                options=parcel.options,
            )
            for parcel in usual
        )
        body = make_quote(parcels, to=to, rules=rules, language="en")
        parts = body.totals
        code = body.currency
        charges = [charge.amount for parcel in body.parcels for charge in parcel.landed.charges]
        assert total(charges, code) == parts.duty + parts.tax + parts.fees
        assert total((part.amount for part in allocations(body)), code) == parts.total
        assert parts.total == total((parcel.totals.total for parcel in body.parcels), code)
        assert parts.total.amount == parts.total.amount.quantize(Decimal(1).scaleb(-exponent(code)))


def test_a_frozen_quote_reads_back_equal(kinds):
    rules = rules_for(market("de"))
    to = Destination(territory=territory_of("DE", "10119"), country="DE")
    body = make_quote(
        wanted_parcels(kinds, to=to.territory, rules=rules, chosen={}), to=to, rules=rules, language="en"
    )
    assert thaw(QuoteBody, freeze(body)) == body


def test_every_conversion_is_named_once_with_its_day(kinds):
    rules = rules_for(market("de"))
    to = Destination(territory=territory_of("DE", "10119"), country="DE")
    body = make_quote(
        wanted_parcels(kinds, to=to.territory, rules=rules, chosen={}), to=to, rules=rules, language="en"
    )
    assert sorted((rate.source, rate.target) for rate in body.rates) == [("CNY", "EUR"), ("JPY", "EUR")]
    assert {rate.day for rate in body.rates} == {fx_table().rate("CNY", "EUR").day}


def test_the_province_of_the_address_decides_the_tax(scarf):
    rules = rules_for(market("ca"))
    quotes = {region: quote_to(region, scarf, rules) for region in ("ON", "AB")}
    # 59.99 and 9 % duty are 65.39: HST of 13 % in Ontario, GST of 5 % in Alberta.
    taxes = {region: body.totals.tax for region, body in quotes.items()}
    assert taxes == {"ON": Money("8.50", "CAD"), "AB": Money("3.27", "CAD")}
    assert [body.parcels[0].landed.warnings for body in quotes.values()] == [(), ()]


def quote_to(region, scarf, rules):
    """The quote of one scarf for an address in this province of Canada."""
    address = Address(name="Ada", street="1 Main Street", city="Town", region=region, country="CA")
    to = Destination(territory=territory_of("CA"), country="CA", address=address)
    parcels = wanted_parcels(wanted_lines({scarf.pk: 1}, "en"), to=to.territory, rules=rules, chosen={})
    return make_quote(parcels, to=to, rules=rules, language="en")
