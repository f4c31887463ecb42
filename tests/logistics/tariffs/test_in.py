"""India: personal imports under heading 9804, its dated rates, the surcharge on duty and the amounts not collected."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(goods, freight="0", on=date(2026, 11, 22), **facts):
    return quoted(parcel("IN", "INR", line(goods, "INR", **facts), freight=freight, on=on))


def test_the_published_example_is_41_60_percent_of_goods_and_freight():
    answer = _quoted("900", freight="100", on=date(2026, 3, 31))
    assert amounts(answer) == [("personal-duty", "200.00"), ("personal-igst", "216.00")]
    assert answer.scheme == "personal"


def test_since_april_2026_the_lower_rate_has_its_surcharge():
    answer = _quoted("1000", on=date(2026, 4, 1))
    assert amounts(answer) == [
        ("personal-duty", "100.00"),
        ("personal-surcharge", "10.00"),
        ("personal-igst", "199.80"),
    ]
    assert {charge.confidence for charge in answer.charges[:2]} == {"BG"}


@pytest.mark.parametrize(
    ("goods", "owed"), [("322", ["0.00", "0.00", "0.00"]), ("323", ["32.30", "3.23", "64.54"])]
)
def test_up_to_100_rupees_together_are_not_collected(goods, owed):
    assert [amount for _, amount in amounts(_quoted(goods))] == owed


def test_goods_that_are_not_for_own_use_pay_duty_surcharge_and_igst():
    answer = _quoted("1000", personal=False)
    assert (answer.scheme, amounts(answer)) == (
        "standard",
        [("basic-duty", "200.00"), ("surcharge", "20.00"), ("igst", "219.60")],
    )


def test_alcohol_is_refused():
    with pytest.raises(CannotQuote) as refused:
        _quoted("1000", hs_code="220830")
    assert refused.value.reason == "no_rate"
