"""Saudi Arabia: no duty below SAR 1,000 with shipping, VAT on everything, alcohol and pork kept out."""

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted


def _quoted(goods, freight="0", **facts):
    return quoted(parcel("SA", "SAR", line(goods, "SAR", **facts), freight=freight))


def test_below_1000_riyals_with_shipping_only_vat_is_due():
    answer = _quoted("949.99", freight="50")
    assert (answer.scheme, amounts(answer)) == ("low-value", [("import-vat", "150.00")])


def test_at_1000_riyals_duty_is_due_too():
    answer = _quoted("950", freight="50")
    assert (answer.scheme, amounts(answer)) == (
        "standard",
        [("customs-duty", "50.00"), ("import-vat", "157.50")],
    )


@pytest.mark.parametrize(
    ("hs_code", "reason", "detail"),
    [
        ("220421", "over_limit", "alcohol and pork are prohibited"),
        ("240220", "no_rate", "excise tax on tobacco and sweetened drinks"),
    ],
)
def test_what_may_not_pass_is_refused_with_its_reason(hs_code, reason, detail):
    with pytest.raises(CannotQuote) as refused:
        _quoted("100", hs_code=hs_code)
    assert (refused.value.reason, refused.value.detail) == (reason, detail)
