"""South Korea: limits in US dollars by where the parcel comes from, counted per day, and amounts cut to ten won.

At KRW 1,400 to the US dollar, USD 150 are KRW 210,000 and USD 200 are KRW 280,000.
"""

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote
from logistics.landed_cost.routing import DAY_UNKNOWN
from tests.logistics.tariff_support import amounts, line, parcel, quoted

ALONE = {"buyer_day": Money(0, "KRW")}


def _quoted(*lines, **facts):
    return quoted(parcel("KR", "KRW", *lines, **{**ALONE, **facts}))


@pytest.mark.parametrize(
    ("value", "ship_from", "scheme", "charges"),
    [
        ("210000", "CN", "relief-150", []),
        ("210001", "CN", "standard", [("customs-duty", "16800"), ("import-vat", "22680")]),
        ("280000", "US", "list-clearance-us", []),
        ("280001", "US", "standard", [("customs-duty", "22400"), ("import-vat", "30240")]),
    ],
)
def test_the_limit_depends_on_the_country_of_dispatch(value, ship_from, scheme, charges):
    answer = _quoted(line(value, "KRW"), ship_from=ship_from)
    assert (answer.scheme, amounts(answer)) == (scheme, charges)


def test_freight_counts_for_the_duty_but_not_for_the_limit():
    assert _quoted(line("210000", "KRW"), freight="30000").scheme == "relief-150"
    # 8 % of 240,001, then 10 % of 259,201
    over = _quoted(line("210001", "KRW"), freight="30000")
    assert amounts(over) == [("customs-duty", "19200"), ("import-vat", "25920")]


def test_chocolate_moves_the_parcel_to_the_lower_limit():
    # Example KR-02: USD 5 of chocolate and USD 190 of clothing are USD 195, above 150.
    lines = (line("7000", "KRW", hs_code="180690"), line("266000", "KRW", line_id="2", hs_code="620520"))
    answer = _quoted(*lines, ship_from="US")
    assert answer.scheme == "standard"
    assert amounts(answer) == [
        ("customs-duty", "560"),
        ("customs-duty", "34580"),
        ("import-vat", "750"),
        ("import-vat", "30050"),
    ]
    assert [str(one) for one in answer.warnings] == [
        "Line 1 (180690, general-clearance) closes list-clearance-us to this parcel."
    ]
    assert _quoted(lines[0], ship_from="US").scheme == "relief-150"


def test_parcels_of_one_day_count_together():
    shirt = line("100000", "KRW")
    assert _quoted(shirt, buyer_day=Money(110000, "KRW")).scheme == "relief-150"
    assert _quoted(shirt, buyer_day=Money(110001, "KRW")).scheme == "standard"
    assert _quoted(shirt, buyer_day=None).warnings == (DAY_UNKNOWN,)


def test_goods_for_resale_have_no_relief():
    assert _quoted(line("100000", "KRW", personal=False)).scheme == "standard"


def test_a_proof_of_origin_takes_the_duty_away():
    shirt = line("300000", "KRW", hs_code="620520", origin="US", proof_of_origin=True)
    assert amounts(_quoted(shirt, ship_from="US")) == [("customs-duty", "0"), ("import-vat", "30000")]


def test_a_sale_within_the_country_has_vat():
    assert amounts(_quoted(line("90000", "KRW"), freight="3000", ship_from="KR")) == [("supply-vat", "9300")]


def test_whisky_is_refused():
    with pytest.raises(CannotQuote, match="excise duty"):
        _quoted(line("50000", "KRW", hs_code="220830"))
