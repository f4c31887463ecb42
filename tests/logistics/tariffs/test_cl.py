"""Chile: VAT at checkout up to USD 500 from registered sellers since 2025-10-25, else 6 % duty and VAT at the border."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

REGISTERED = ("CL-VAT",)


def _quoted(goods, registrations=(), on=date(2026, 11, 22), freight="0", **facts):
    shipment = {"registrations": registrations, "on": on, "freight": freight}
    return quoted(parcel("CL", "USD", line(goods, "USD", **facts), **shipment))


def test_goods_and_shipping_are_taxed_at_checkout():
    answer = _quoted("25", REGISTERED, freight="5")
    assert (answer.scheme, answer.collected, amounts(answer)) == (
        "CL-VAT",
        "checkout",
        [("checkout-vat", "5.70")],
    )


def test_above_500_dollars_duty_is_due_at_the_border():
    assert amounts(_quoted("500", REGISTERED, freight="50")) == [("checkout-vat", "104.50")]
    answer = _quoted("501", REGISTERED)
    assert (answer.scheme, amounts(answer)) == (
        "standard",
        [("customs-duty", "30.06"), ("import-vat", "100.90")],
    )


def test_without_the_registration_small_parcels_pay_at_the_border():
    answer = _quoted("100")
    assert (answer.collected, amounts(answer)) == (
        "border",
        [("customs-duty", "6.00"), ("import-vat", "20.14")],
    )


def test_a_proof_of_origin_of_a_free_trade_partner_saves_the_duty():
    assert amounts(_quoted("100", proof_of_origin=True)) == [
        ("customs-duty", "0.00"),
        ("import-vat", "19.00"),
    ]


def test_until_october_2025_goods_up_to_41_dollars_were_relieved():
    last = date(2025, 10, 24)
    assert (_quoted("41", REGISTERED, last).scheme, _quoted("42", REGISTERED, last).scheme) == (
        "relief-41",
        "standard",
    )
    assert _quoted("41", REGISTERED, date(2025, 10, 25)).scheme == "CL-VAT"


def test_wine_is_refused():
    with pytest.raises(CannotQuote) as refused:
        _quoted("30", REGISTERED, hs_code="220421")
    assert refused.value.reason == "no_rate"
