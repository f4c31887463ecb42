"""What holds for every consignment, whatever is in it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from moneyed import Money

from logistics.landed_cost import CannotQuote, LandedCost
from tests.logistics.tariff_support import line, parcel, quoted

CURRENCIES = {
    "DE": "EUR",
    "FR": "EUR",
    "GB": "GBP",
    "US": "USD",
    "JP": "JPY",
    "AU": "AUD",
    "AE": "AED",
    "CN": "CNY",
}
HEADINGS = ("621410", "610910", "910211", "950300", "640399", "691110", "711719", "481960")
OURS = ("IOSS", "UK-VAT", "AU-GST", "CN-CBEC")

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
    ship_from = "VN" if to != "VN" else "CN"
    return parcel(
        to, currency, *lines, freight=str(freight), registrations=registrations, ship_from=ship_from
    )


def _answer(consignment) -> LandedCost | None:
    try:
        return quoted(consignment)
    except CannotQuote as refusal:
        if refusal.reason != "over_limit":
            raise
        return None


@settings(max_examples=150, deadline=None)
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


@settings(max_examples=100, deadline=None)
@given(places, goods, whole, registered, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter_and_the_answer_is_the_same_again(
    to, rows, freight, registrations, random
):
    consignment = _parcel(to, rows, freight, registrations)
    shuffled = list(consignment.lines)
    random.shuffle(shuffled)
    other = parcel(
        to,
        CURRENCIES[to],
        *shuffled,
        freight=str(freight),
        registrations=registrations,
        ship_from=consignment.ship_from.code,
    )
    assert _answer(consignment) == _answer(other) == _answer(consignment)


@settings(max_examples=100, deadline=None)
@given(places, goods, whole, registered)
def test_an_answer_survives_its_journey_through_json(to, rows, freight, registrations):
    answer = _answer(_parcel(to, rows, freight, registrations))
    if answer is not None:
        assert LandedCost.from_json(answer.to_json()) == answer


@settings(max_examples=100, deadline=None)
@given(places, st.integers(1, 4000), st.integers(1, 200), st.sampled_from(HEADINGS))
def test_within_one_scheme_dearer_goods_never_owe_less(to, value, more, heading):
    lower, upper = (
        _answer(_parcel(to, [(amount, heading, 1, 500, "VN")], 0, OURS)) for amount in (value, value + more)
    )
    if lower and upper and lower.scheme == upper.scheme:
        assert lower.total.amount <= upper.total.amount
