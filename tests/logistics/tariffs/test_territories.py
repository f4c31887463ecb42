"""Places apart from their country for customs or tax: who crosses which border, and what it costs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from localization.places import territory_of
from logistics.landed_cost import CannotQuote
from tests.logistics.tariff_support import amounts, line, parcel, quoted

# (country, postcode) from, (country, postcode) to, currency, goods, scheme, charges
WAYS = [
    (("DE", ""), ("FR", "75001"), "EUR", "100.00", "oss", [("supply-vat", "20.00")]),
    (("ES", "28001"), ("ES", "35001"), "EUR", "150.00", "igic-relief", []),
    (("ES", "28001"), ("ES", "35001"), "EUR", "150.01", "territory-border", [("import-vat", "10.50")]),
    (("ES", "35001"), ("ES", "28001"), "EUR", "100.00", "fiscal-border", [("import-vat", "21.00")]),
    (("CN", ""), ("ES", "35001"), "EUR", "150.00", "igic-relief", [("flat-duty", "3.00")]),
    (("CN", ""), ("ES", "35001"), "EUR", "150.01", "territory-standard",
     [("customs-duty", "12.00"), ("import-vat", "11.34")]),
    (("ES", "35001"), ("ES", "38001"), "EUR", "100.00", "domestic", [("supply-vat", "7.00")]),
    (("ES", "28001"), ("ES", "51001"), "EUR", "100.00", "standard", [("ipsi", "10.00")]),
    (("CN", ""), ("ES", "52001"), "EUR", "100.00", "standard", [("ipsi", "10.00")]),
    (("ES", "51001"), ("ES", "28001"), "EUR", "100.00", "low-value", [("flat-duty", "3.00"), ("import-vat", "21.63")]),
    (("FI", "00100"), ("FI", "22100"), "EUR", "100.00", "territory-border", [("import-vat", "25.50")]),
    (("FR", "75001"), ("FR", "97400"), "EUR", "22.00", "overseas-relief", []),
    (("FR", "75001"), ("FR", "97400"), "EUR", "100.00", "territory-border",
     [("import-vat", "8.50"), ("octroi-de-mer", "20.00")]),
    (("CN", ""), ("FR", "97100"), "EUR", "150.00", "territory-low-value",
     [("flat-duty", "3.00"), ("import-vat", "13.01"), ("octroi-de-mer", "30.60")]),
    (("FR", "75001"), ("FR", "97300"), "EUR", "100.00", "territory-border",
     [("import-vat", "0.00"), ("octroi-de-mer", "20.00")]),
    (("IT", "00100"), ("IT", "22061"), "EUR", "100.00", "territory-border", [("import-vat", "8.10")]),
    (("IT", "00100"), ("IT", "23041"), "EUR", "100.00", "free-zone", []),
    (("CN", ""), ("DE", "27498"), "EUR", "200.00", "free-zone", []),
    (("GR", ""), ("GR", "63086"), "EUR", "100.00", "territory-border", [("import-vat", "0.00")]),
    (("IT", "00100"), ("IT", "47890"), "EUR", "100.00", "territory-border", [("import-vat", "17.00")]),
    (("PT", "1000"), ("PT", "9500"), "EUR", "100.00", "domestic", [("supply-vat", "16.00")]),
    (("DE", ""), ("PT", "9000"), "EUR", "100.00", "oss", [("supply-vat", "22.00")]),
    (("AT", "1010"), ("DE", "87569"), "EUR", "100.00", "oss", [("supply-vat", "19.00")]),
    (("GB", "SW1A 1AA"), ("GB", "BT1 5GS"), "GBP", "200.00", "gb-parcel", [("supply-vat", "40.00")]),
    (("IE", ""), ("GB", "BT1 5GS"), "GBP", "100.00", "oss", [("supply-vat", "20.00")]),
    (("GB", "BT1 5GS"), ("GB", "SW1A 1AA"), "GBP", "200.00", "unfettered-access", [("supply-vat", "40.00")]),
    (("GB", "SW1A 1AA"), ("IM", ""), "GBP", "100.00", "domestic", [("supply-vat", "20.00")]),
    (("IM", ""), ("GB", "SW1A 1AA"), "GBP", "100.00", "domestic", [("supply-vat", "20.00")]),
    (("CN", ""), ("GB", "IM1 1AA"), "GBP", "135.01", "standard", [("customs-duty", "10.80"), ("import-vat", "29.16")]),
    (("GB", "SW1A 1AA"), ("GB", "JE2 3AB"), "GBP", "60.00", "gst-relief", []),
    (("GB", "SW1A 1AA"), ("GB", "JE2 3AB"), "GBP", "60.01", "jersey-from-union", [("jersey-gst", "3.00")]),
    (("CN", ""), ("JE", ""), "GBP", "135.00", "jersey-low-value", [("jersey-gst", "6.75")]),
    (("CN", ""), ("JE", ""), "GBP", "135.01", "jersey-standard", [("customs-duty", "10.80"), ("jersey-gst", "7.29")]),
    (("GB", "SW1A 1AA"), ("GB", "GY1 1AA"), "GBP", "500.00", "guernsey-from-union", []),
    (("CN", ""), ("GG", ""), "GBP", "135.01", "guernsey-standard", [("customs-duty", "10.80")]),
    (("JE", ""), ("GB", "SW1A 1AA"), "GBP", "140.00", "from-customs-union", [("import-vat", "28.00")]),
]  # fmt: skip
WINE = {"hs_code": "220421", "volume_ml": 750, "alcohol_percent": Decimal(13)}


def _sent(source, target, currency, *lines, **facts):
    consignment = parcel(target[0], currency, *lines, postcode=target[1], **facts)
    return quoted(replace(consignment, ship_from=territory_of(*source)))


@pytest.mark.parametrize(("source", "target", "currency", "goods", "scheme", "charges"), WAYS)
def test_a_way_costs_what_its_borders_ask(source, target, currency, goods, scheme, charges):
    answer = _sent(source, target, currency, line(goods, currency))
    assert (answer.scheme, amounts(answer)) == (scheme, charges)


def test_germany_to_france_owes_nothing_on_import():
    answer = _sent(("DE", "10115"), ("FR", "75001"), "EUR", line("500.00", "EUR", origin=""))
    assert [(charge.kind, charge.collected) for charge in answer.charges] == [("vat", "checkout")]


def test_over_a_tax_border_the_tariff_code_is_asked_for():
    with pytest.raises(CannotQuote) as refused:
        _sent(("ES", "28001"), ("ES", "35001"), "EUR", line("500.00", "EUR", hs_code=""))
    assert refused.value.reason == "missing_hs_code"


def test_ioss_reaches_the_mainland_from_the_canaries_but_not_the_canaries():
    to_mainland = _sent(
        ("ES", "35001"), ("ES", "28001"), "EUR", line("100.00", "EUR"), registrations=("IOSS",)
    )
    assert (to_mainland.scheme, amounts(to_mainland)) == ("IOSS", [("ioss-vat", "21.00")])
    to_islands = _sent(("CN", ""), ("ES", "35001"), "EUR", line("100.00", "EUR"), registrations=("IOSS",))
    assert (to_islands.scheme, to_islands.collected) == ("igic-relief", "border")


def test_a_parcel_from_great_britain_to_northern_ireland_needs_an_authorised_carrier():
    answer = _sent(("GB", "SW1A 1AA"), ("GB", "BT1 5GS"), "GBP", line("100.00", "GBP"))
    assert [str(one) for one in answer.warnings] == [
        "The carrier must be authorised under the UK Carrier Scheme."
    ]
    assert [(relief.scheme, relief.of_tax) for relief in answer.reliefs] == [("gb-parcel", False)]


def test_octroi_de_mer_is_said_to_be_an_estimate():
    answer = _sent(("FR", "75001"), ("FR", "97200"), "EUR", line("100.00", "EUR"))
    assert [str(one) for one in answer.warnings] == [
        "Octroi de mer differs by region and article and is estimated here."
    ]
    assert [charge.confidence for charge in answer.charges] == ["M", "L"]


@pytest.mark.parametrize("target", [("LI", ""), ("CH", "9490"), ("DE", "78266"), ("CH", "8238")])
def test_switzerland_has_no_border_to_liechtenstein_and_buesingen(target):
    answer = _sent(("CH", ""), target, "CHF", line("500.00", "CHF"))
    assert (answer.scheme, amounts(answer)) == ("domestic", [("supply-vat", "40.50")])


@pytest.mark.parametrize(
    "target",
    [("ES", "35001"), ("FR", "97400"), ("DE", "27498"), ("IT", "23041"), ("JE", ""), ("GG", "")],
)
def test_alcohol_is_refused_where_its_duties_are_not_known(target):
    with pytest.raises(CannotQuote) as refused:
        _sent(("CN", ""), target, "EUR", line("20.00", "EUR", **WINE))
    assert refused.value.reason == "no_rate"
