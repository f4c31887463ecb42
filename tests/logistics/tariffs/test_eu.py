"""What the members of the European Union share: excise on alcohol, preference, the ways out of IOSS."""

from datetime import date
from decimal import Decimal

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

IOSS = ("IOSS",)
KOREAN = {"origin": "KR", "proof_of_origin": True}


def _wine(value="40.00", **facts):
    return line(value, "EUR", **{"hs_code": "220421", "volume_ml": 3000, "weight_grams": 5000, **facts})


def _rum(**facts):
    known = {"hs_code": "220830", "volume_ml": 700, "alcohol_percent": Decimal(40), **facts}
    return line("40.00", "EUR", **known)


@pytest.mark.parametrize(
    ("to", "excise", "vat"),
    [
        ("DE", "0.00", "8.17"),  # 19 % of 43.00
        ("ES", "0.00", "9.03"),  # 21 % of 43.00
        ("FR", "0.13", "8.63"),  # EUR 4.19 for 100 l; 20 % of 43.13
        ("NL", "2.87", "9.63"),  # EUR 95.69 for 100 l; 21 % of 45.87
    ],
)
def test_wine_leaves_ioss_and_pays_the_members_excise(to, excise, vat):
    answer = quoted(parcel(to, "EUR", _wine(), registrations=IOSS))
    found = dict(amounts(answer))
    assert (answer.scheme, found["flat-duty"], found["excise"], found["import-vat"]) == (
        "low-value",
        "3.00",
        excise,
        vat,
    )
    assert [str(one) for one in answer.warnings] == ["Line 1 (220421, excise) closes IOSS to this parcel."]


@pytest.mark.parametrize(
    ("to", "excise"),
    [
        ("DE", "3.65"),  # 0.28 l of pure alcohol at EUR 13.03
        ("ES", "2.69"),  # at EUR 9.5894
        ("IT", "2.90"),  # at EUR 10.3552
        ("NL", "5.12"),  # at EUR 18.27
        ("FR", "7.14"),  # at EUR 19.32 and 6.19
    ],
)
def test_spirits_pay_by_pure_alcohol(to, excise):
    assert dict(amounts(quoted(parcel(to, "EUR", _rum()))))["excise"] == excise


def test_wine_above_the_low_value_pays_its_duty_by_volume():
    # EUR 13.10 for 100 l, of 3 l; 19 % of 200.39
    answer = quoted(parcel("DE", "EUR", _wine("200.00")))
    assert amounts(answer) == [("customs-duty", "0.39"), ("excise", "0.00"), ("import-vat", "38.07")]


def test_wine_from_another_member_pays_the_buyers_excise_at_checkout():
    answer = quoted(parcel("FR", "EUR", _wine(), ship_from="ES"))
    assert (answer.scheme, answer.collected) == ("oss", "checkout")
    assert amounts(answer) == [("excise", "0.13"), ("supply-vat", "8.03")]


def test_wine_sold_at_home_has_its_excise_in_its_price():
    assert amounts(quoted(parcel("FR", "EUR", _wine(), ship_from="FR"))) == [("supply-vat", "8.00")]


@pytest.mark.parametrize(
    ("to", "hs_code"),
    [("AT", "220421"), ("PL", "220421"), ("SE", "220830"), ("DE", "220300"), ("DE", "240220")],
)
def test_without_an_excise_rate_alcohol_and_tobacco_are_refused(to, hs_code):
    with pytest.raises(CannotQuote) as refused:
        quoted(parcel(to, "EUR", _wine(hs_code=hs_code)))
    assert (refused.value.reason, refused.value.line_id) == ("no_rate", "1")
    assert refused.value.detail == f"excise · {hs_code} · CN"


@pytest.mark.parametrize(
    ("goods", "reason"),
    [(_rum(volume_ml=0), "missing_volume"), (_rum(alcohol_percent=None), "missing_alcohol")],
)
def test_excise_needs_volume_and_strength(goods, reason):
    with pytest.raises(CannotQuote) as refused:
        quoted(parcel("DE", "EUR", goods))
    assert refused.value.reason == reason


def test_goods_with_preference_leave_the_three_euro_outside_ioss():
    answer = quoted(parcel("DE", "EUR", line("150.00", "EUR", **KOREAN), ship_from="KR"))
    assert (answer.scheme, answer.collected) == ("preference", "border")
    assert amounts(answer) == [("customs-duty", "0.00"), ("import-vat", "28.50")]
    assert answer.charges[0].note.startswith("preferential rate for a proof of origin: free")


def test_inside_ioss_goods_with_preference_pay_the_three_euro():
    answer = quoted(parcel("DE", "EUR", line("150.00", "EUR", **KOREAN), ship_from="KR", registrations=IOSS))
    assert (answer.scheme, amounts(answer)) == ("IOSS", [("flat-duty", "3.00"), ("ioss-vat", "28.50")])


@pytest.mark.parametrize(
    "facts",
    [
        {"origin": "CN", "proof_of_origin": True},
        {"origin": "KR", "proof_of_origin": False},
    ],
)
def test_preference_needs_the_origin_and_the_proof(facts):
    low = quoted(parcel("DE", "EUR", line("150.00", "EUR", **facts)))
    assert (low.scheme, amounts(low)[0]) == ("low-value", ("flat-duty", "3.00"))
    high = quoted(parcel("DE", "EUR", line("150.01", "EUR", **facts)))
    assert amounts(high)[0] == ("customs-duty", "12.00")


@pytest.mark.parametrize("origin", ["JP", "KR", "GB", "VN", "CA", "CH", "NO", "BD"])
def test_a_partners_goods_are_free_of_duty_above_the_low_value(origin):
    goods = line("200.00", "EUR", origin=origin, proof_of_origin=True)
    assert amounts(quoted(parcel("DE", "EUR", goods))) == [("customs-duty", "0.00"), ("import-vat", "38.00")]


def test_food_has_no_preference_here():
    coffee = line("200.00", "EUR", hs_code="090121", origin="CH", proof_of_origin=True)
    assert amounts(quoted(parcel("DE", "EUR", coffee)))[0] == ("customs-duty", "15.00")


def test_one_line_without_a_proof_keeps_the_parcel_at_three_euro():
    lines = (line("50.00", "EUR", **KOREAN), line("50.00", "EUR", line_id="2", hs_code="610910"))
    answer = quoted(parcel("DE", "EUR", *lines))
    assert (answer.scheme, str(answer.duty.amount)) == ("low-value", "6.00")


def test_before_the_three_euro_there_was_nothing_to_leave():
    before = parcel("DE", "EUR", line("150.00", "EUR", **KOREAN), on=date(2026, 6, 30))
    assert amounts(quoted(before)) == [("import-vat", "28.50")]


def test_the_published_t_shirts_and_shoes_to_france_without_ioss():
    # EU-01: two headings, EUR 6.00 of duty and 20 % VAT of it; EU-06: EUR 0.60 for each heading.
    lines = (
        line("10.00", "EUR", hs_code="610910", quantity=2),
        line("10.00", "EUR", line_id="2", hs_code="640419"),
    )
    answer = quoted(parcel("FR", "EUR", *lines))
    on_goods = quoted(parcel("FR", "EUR", *lines, registrations=IOSS))
    assert str(answer.duty.amount) == "6.00"
    assert [str(charge.amount.amount) for charge in answer.charges if charge.kind == "import_vat"] == [
        "2.60",
        "2.60",
    ]
    # EU-07: with IOSS no VAT on the duty.
    assert [str(charge.amount.amount) for charge in on_goods.charges if charge.kind == "vat"] == [
        "2.00",
        "2.00",
    ]


@pytest.mark.parametrize(
    ("lines", "duty"),
    [
        ((line("50.00", "EUR", hs_code="610910", quantity=5),), "3.00"),  # EU-02
        (
            (line("50.00", "EUR", hs_code="610910"), line("50.00", "EUR", line_id="2", hs_code="910211")),
            "6.00",  # EU-03
        ),
    ],
)
def test_the_published_t_shirts_and_watch_pay_per_heading(lines, duty):
    assert str(quoted(parcel("IE", "EUR", *lines, registrations=IOSS)).duty.amount) == duty
