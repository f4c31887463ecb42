"""Türkiye: no parcel without a formal declaration since 2026-02-06; until then up to EUR 30 in simplified form."""

from datetime import date

import pytest

from logistics.landed_cost import CannotQuote
from logistics.landed_cost.routing import PARCELS_UNKNOWN
from tests.logistics.tariff_support import amounts, line, parcel, quoted

LAST = date(2026, 2, 5)


def _quoted(goods, on=LAST, **facts):
    return quoted(parcel("TR", "EUR", line(goods, "EUR"), on=on, **facts))


def _refusal(goods, **facts):
    with pytest.raises(CannotQuote) as refused:
        _quoted(goods, **facts)
    return refused.value.reason, refused.value.detail


def test_every_parcel_is_refused_with_the_reason():
    for terms in ("DDP", "DAP"):
        assert _refusal("5", on=date(2026, 2, 6), incoterm=terms) == (
            "over_limit",
            "a formal import declaration by a customs broker is needed",
        )


def test_until_february_2026_one_tax_was_due_by_the_place_of_shipping():
    chinese = _quoted("25", freight="5", buyer_parcels=0)
    assert (chinese.scheme, chinese.warnings, amounts(chinese)) == (
        "simplified",
        (),
        [("single-tax", "18.00")],
    )
    european = _quoted("30", ship_from="DE", buyer_parcels=0)
    assert amounts(european) == [("single-tax-eu", "9.00")]


def test_the_limit_counted_shipping_and_five_parcels_a_month():
    assert _refusal("25.01", freight="5", buyer_parcels=0)[0] == "over_limit"
    assert _quoted("5", buyer_parcels=4).scheme == "simplified"
    assert _refusal("5", buyer_parcels=5)[0] == "over_limit"
    assert _quoted("5").warnings == (PARCELS_UNKNOWN,)


def test_a_sale_within_the_country_has_the_rate_of_the_goods():
    answer = _quoted("100", on=date(2026, 11, 22), ship_from="TR")
    assert (answer.scheme, amounts(answer)) == ("domestic", [("supply-vat", "10.00")])
