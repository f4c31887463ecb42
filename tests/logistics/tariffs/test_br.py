"""Brazil: Remessa Conforme and its bands, ICMS within its own base, and the rules of earlier days."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

PROGRAMME = ("BR-PRC",)


def _quoted(goods, currency="BRL", registrations=PROGRAMME, region="SP", **facts):
    goods_facts = {"hs_code": facts.pop("hs_code", "621410")}
    shipment = {"registrations": registrations, "region": region, **facts}
    return quoted(parcel("BR", currency, line(goods, currency, **goods_facts), **shipment))


def test_fifty_dollars_with_freight_pay_20_percent_and_icms():
    answer = _quoted("40", "USD", freight="10")
    assert (answer.scheme, answer.collected) == ("BR-PRC", "checkout")
    assert amounts(answer) == [("programme-duty", "10.00"), ("icms", "12.29")]
    assert str(answer.total.amount) == "22.29"


def test_one_cent_over_fifty_dollars_falls_into_the_upper_band():
    assert amounts(_quoted("50.01", "USD"))[0] == ("programme-duty", "10.01")
    assert amounts(_quoted("100", "USD"))[0] == ("programme-duty", "40.00")


def test_a_thousand_reais_pay_60_percent_less_20_dollars():
    assert amounts(_quoted("1000"))[0] == ("programme-duty", "495.20")


def test_a_hundred_reais_as_published():
    assert amounts(_quoted("100")) == [("programme-duty", "20.00"), ("icms", "24.58")]


def test_before_august_2024_the_lower_band_was_free():
    answer = _quoted("100", on=date(2024, 7, 31))
    assert amounts(answer) == [("programme-duty", "0.00"), ("icms", "20.48")]
    assert amounts(_quoted("1000", on=date(2024, 7, 31)))[0] == ("programme-duty", "600.00")


@pytest.mark.parametrize(
    ("region", "on", "icms"),
    [
        ("BA", date(2026, 11, 22), "30.00"),
        ("BA", date(2025, 3, 31), "24.58"),
        ("", date(2026, 11, 22), "24.58"),
    ],
)
def test_some_states_take_20_percent_since_april_2025(region, on, icms):
    assert amounts(_quoted("100", region=region, on=on))[1] == ("icms", icms)


def test_outside_the_programme_60_percent_is_due_at_the_border():
    answer = _quoted("100", registrations=())
    assert (answer.scheme, answer.collected) == ("simplified", "border")
    assert amounts(answer) == [("simplified-duty", "60.00"), ("icms", "32.77")]


def test_medicines_owe_no_import_tax():
    assert amounts(_quoted("100", hs_code="300490")) == [("icms", "20.48")]


@pytest.mark.parametrize(
    ("goods", "hs_code", "detail"),
    [
        ("3000.01", "621410", "above USD 3,000 a formal import declaration is needed"),
        ("100", "220421", "alcohol and tobacco need a formal import declaration"),
    ],
)
def test_what_needs_a_formal_import_is_refused(goods, hs_code, detail):
    with pytest.raises(CannotQuote) as refused:
        _quoted(goods, "USD", hs_code=hs_code)
    assert (refused.value.reason, refused.value.detail) == ("over_limit", detail)
    assert _quoted("3000", "USD").scheme == "BR-PRC"
