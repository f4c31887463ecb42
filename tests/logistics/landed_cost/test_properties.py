"""What holds for every consignment, whatever is in it."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from moneyed import Money

from localization.money import exponent
from logistics.landed_cost import CannotQuote, LandedCost
from tests.logistics.tariff_support import FX, line, parcel, quoted

_SHIPPED = """
EUR: AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MC, MT, NL, PL, PT, RO, SE, SI, SK, SM
EUR: ES 35001, ES 51001, DE 27498, DE 78266, AT 6691, IT 23041, IT 22061, FI 22100, GR 63086, PT 9500-001, PT 9000-001, GP, GF
GBP: GB, GB BT1 1AA, JE, GG, IM
CHF: CH, LI
"""
# Every destination that a shipped pack answers for, with a postcode where a place within a country is told by it.
CURRENCIES = {
    place: currency
    for currency, _, places in (row.partition(": ") for row in _SHIPPED.split("\n"))
    for place in places.split(", ")
    if place
} | {
    "US": "USD",
    "CA": "CAD",
    "MX": "MXN",
    "BR": "BRL",
    "CL": "CLP",
    "NO": "NOK",
    "IS": "ISK",
    "TR": "TRY",
    "ZA": "ZAR",
    "AE": "AED",
    "SA": "SAR",
    "IN": "INR",
    "CN": "CNY",
    "HK": "HKD",
    "TW": "TWD",
    "JP": "JPY",
    "KR": "KRW",
    "SG": "SGD",
    "MY": "MYR",
    "TH": "THB",
    "ID": "IDR",
    "VN": "VND",
    "PH": "PHP",
    "AU": "AUD",
    "NZ": "NZD",
}
HEADINGS = ("621410", "610910", "910211", "950300", "640399", "691110", "711719", "481960")
OURS = (
    *("IOSS", "UK-VAT", "VOEC", "AU-GST", "NZ-GST", "SG-GST", "MY-LVG"),
    *("CH-VAT", "BR-PRC", "CL-VAT", "CN-CBEC", "TH-VAT"),
)

places = st.sampled_from(sorted(CURRENCIES))
whole = st.integers(min_value=0, max_value=4000)
goods = st.lists(
    st.tuples(
        whole,
        st.sampled_from(HEADINGS),
        st.integers(1, 5),
        st.integers(1, 5000),
        st.sampled_from(["CN", "DE", "VN"]),
    ),
    min_size=1,
    max_size=6,
)
registered = st.sampled_from([OURS, ()])


def _parcel(to, rows, freight, registrations):
    currency = CURRENCIES[to]
    lines = [
        line(
            str(value),
            currency,
            line_id=str(number),
            hs_code=hs,
            quantity=pieces,
            weight_grams=grams,
            origin=origin,
        )
        for number, (value, hs, pieces, grams, origin) in enumerate(rows, start=1)
    ]
    return _sent(to, lines, freight, registrations)


def _sent(to, lines, freight, registrations):
    country, _, postcode = to.partition(" ")
    return parcel(
        country,
        CURRENCIES[to],
        *lines,
        postcode=postcode,
        freight=str(freight),
        registrations=registrations,
        ship_from="VN" if country != "VN" else "CN",
    )


def _answer(consignment) -> LandedCost | None:
    try:
        return quoted(consignment)
    except CannotQuote as refusal:
        if refusal.reason != "over_limit":
            raise
        return None


@settings(max_examples=400, deadline=None)
@given(places, goods, whole, registered)
def test_charges_are_never_negative_and_add_up(to, rows, freight, registrations):
    answer = _answer(_parcel(to, rows, freight, registrations))
    if answer is not None:
        assert all(charge.amount.amount >= 0 for charge in answer.charges)
        assert answer.duty + answer.tax + answer.fees == answer.total
        by_line = {charge.line_id for charge in answer.charges}
        parts = [
            sum(
                (charge.amount for charge in answer.charges if charge.line_id == line_id),
                Money(0, CURRENCIES[to]),
            )
            for line_id in by_line
        ]
        assert sum(parts, Money(0, CURRENCIES[to])) == answer.total


@settings(max_examples=300, deadline=None)
@given(places, goods, whole, registered, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter_and_the_answer_is_the_same_again(
    to, rows, freight, registrations, random
):
    consignment = _parcel(to, rows, freight, registrations)
    shuffled = list(consignment.lines)
    random.shuffle(shuffled)
    other = _sent(to, shuffled, freight, registrations)
    assert _answer(consignment) == _answer(other) == _answer(consignment)


@settings(max_examples=300, deadline=None)
@given(places, goods, whole, registered)
def test_an_answer_survives_its_journey_through_json(to, rows, freight, registrations):
    answer = _answer(_parcel(to, rows, freight, registrations))
    if answer is not None:
        assert LandedCost.from_json(answer.to_json()) == answer


@settings(max_examples=300, deadline=None)
@given(places, st.integers(1, 4000), st.integers(1, 200), st.sampled_from(HEADINGS))
def test_within_one_scheme_dearer_goods_never_owe_less(to, value, more, heading):
    lower, upper = (
        _answer(_parcel(to, [(amount, heading, 1, 500, "VN")], 0, OURS)) for amount in (value, value + more)
    )
    if lower and upper and lower.scheme == upper.scheme:
        assert lower.total.amount <= upper.total.amount


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(sorted(CURRENCIES.values())), st.sampled_from(sorted(FX.rows)))
def test_money_there_and_back_again_differs_by_the_coarser_minor_unit_at_most(minor, here, there):
    unit, rate = Decimal(1).scaleb(-exponent(here)), FX.rate(there, here)
    amount = Money(minor * unit, here)
    back = rate.convert(FX.rate(here, there).convert(amount))
    coarser = max(unit, Decimal(1).scaleb(-exponent(there)) * rate.rate)
    assert abs(back - amount).amount <= coarser
