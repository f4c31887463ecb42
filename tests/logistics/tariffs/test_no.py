"""Norway: VAT at checkout for items below NOK 3,000 under VOEC, everything else at the border from the first krone."""

import pytest

from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

VOEC = ("VOEC",)


def _quoted(*lines, **facts):
    return quoted(parcel("NO", "NOK", *lines, **facts))


def test_an_item_below_3000_kroner_is_taxed_at_checkout():
    answer = _quoted(line("2999.99", "NOK"), freight="100", registrations=VOEC)
    assert (answer.scheme, answer.collected, amounts(answer)) == (
        "VOEC",
        "checkout",
        [("voec-vat", "775.00")],
    )


def test_an_item_of_3000_kroner_is_an_ordinary_import():
    answer = _quoted(line("3000", "NOK"), freight="100", registrations=VOEC)
    assert (answer.scheme, amounts(answer)) == (
        "standard",
        [("customs-duty", "331.70"), ("import-vat", "857.93")],
    )


def test_the_limit_is_for_each_item_not_the_parcel():
    assert _quoted(line("8999.97", "NOK", quantity=3), registrations=VOEC).scheme == "VOEC"


def test_without_the_registration_the_first_krone_is_taxed_at_the_border():
    answer = _quoted(line("100", "NOK"))
    assert (answer.collected, amounts(answer)) == (
        "border",
        [("customs-duty", "10.70"), ("import-vat", "27.68")],
    )


def test_food_leaves_voec_and_the_scarf_beside_it_stays():
    answer = _quoted(
        line("100", "NOK"), line("100", "NOK", line_id="2", hs_code="090210"), registrations=VOEC
    )
    assert (answer.scheme, amounts(answer)) == (
        "VOEC+standard",
        [("voec-vat", "25.00"), ("customs-duty", "0.00"), ("import-vat", "15.00")],
    )


def test_clothing_of_a_free_trade_partner_is_free_with_a_proof_of_origin():
    jumper = {"hs_code": "611011", "origin": "PT"}
    assert amounts(_quoted(line("100", "NOK", proof_of_origin=True, **jumper)))[0] == ("customs-duty", "0.00")
    assert amounts(_quoted(line("100", "NOK", **jumper)))[0] == ("customs-duty", "10.70")


def test_spirits_are_refused():
    with pytest.raises(CannotQuote) as refused:
        _quoted(line("100", "NOK", hs_code="220840"), registrations=VOEC)
    assert refused.value.reason == "no_rate"
