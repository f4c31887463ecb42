"""Where the borders stand."""

import pytest

from localization.places import (
    UnknownCountry,
    country_codes,
    crosses_customs_border,
    needs_papers,
    territory_of,
)
from localization.territory_table import CUSTOMS_UNION_OF, ENCLAVES, FISCAL_UNION_OF, POSTED_AS


@pytest.mark.parametrize(
    ("country", "postcode", "code", "customs", "fiscal"),
    [
        ("DE", "10115", "DE", "EU", "EU"),
        ("DE", "27498", "DE-HGL", None, None),
        ("DE", "78266", "DE-BUS", "CH", "CH"),
        ("ES", "28001", "ES", "EU", "EU"),
        ("ES", "35001", "ES-CN", "EU", None),
        ("ES", "38001", "ES-CN", "EU", None),
        ("ES", "51001", "ES-CE", None, None),
        ("ES", "52001", "ES-ML", None, None),
        ("FI", "22100", "AX", "EU", None),
        ("AT", "6991", "AT-JUM", "EU", "EU"),
        ("DE", "87569", "AT-JUM", "EU", "EU"),
        ("AT", "6900", "AT", "EU", "EU"),
        ("PT", "9500-012", "PT-20", "EU", "EU"),
        ("PT", "9000-001", "PT-30", "EU", "EU"),
        ("PT", "1000-001", "PT", "EU", "EU"),
        ("CH", "8238", "DE-BUS", "CH", "CH"),
        ("CH", "6911", "IT-CAM", "EU", None),
        ("CH", "9490", "LI", "CH", "CH"),
        ("CH", "9498", "LI", "CH", "CH"),
        ("CH", "9499", "CH", "CH", "CH"),
        ("LI", "9490", "LI", "CH", "CH"),
        ("DK", "3900", "GL", None, None),
        ("DK", "3800", "DK", "EU", "EU"),
        ("FR", "75001", "FR", "EU", "EU"),
        ("FR", "97400", "RE", "EU", None),
        ("FR", "97133", "BL", None, None),
        ("FR", "98000", "MC", "EU", "EU"),
        ("FR", "98080", "MC", "EU", "EU"),
        ("GR", "630 86", "GR-69", "EU", None),
        ("IT", "23041", "IT-LIV", None, None),
        ("IT", "22061", "IT-CAM", "EU", None),
        ("IT", "47899", "SM", "EU", None),
        ("IT", "00120", "VA", None, None),
        ("GB", "SW1A 1AA", "GB", "GB", "GB"),
        ("GB", "bt1 1aa", "XI", "EU", "EU"),
        ("GB", "JE2 3AB", "JE", "GB", None),
        ("GB", "GY1 1AA", "GG", "GB", None),
        ("GB", "IM1 1AA", "IM", "GB", "GB"),
        ("US", "10001", "US", "US", None),
        ("US", "00901", "PR", "US", None),
        ("US", "96910", "GU", None, None),
        ("AE", "", "AE", None, None),
    ],
)
def test_an_address_lies_in_its_customs_territory(country, postcode, code, customs, fiscal):
    place = territory_of(country, postcode)
    assert (place.code, place.customs_union, place.fiscal_union) == (code, customs, fiscal)


def test_an_enclave_keeps_the_country_of_its_envelope():
    assert territory_of("GB", "BT1 1AA").country == "GB"


def test_digits_of_another_script_name_the_same_place():
    assert territory_of("ES", "٣٥٠٠١").code == "ES-CN"


@pytest.mark.parametrize("country", ["", "de", "XX", "EU", "ZZ", "D", "DEU", "ＤＥ", "UN"])
def test_what_is_no_country_is_refused(country):
    with pytest.raises(UnknownCountry) as refused:
        territory_of(country)
    assert refused.value.country == country


@pytest.mark.parametrize(
    ("here", "there", "crosses"),
    [
        (("DE", ""), ("FR", ""), False),
        (("DE", ""), ("MC", ""), False),
        (("CN", ""), ("DE", ""), True),
        (("CN", ""), ("CN", ""), False),
        (("CN", ""), ("HK", ""), True),
        (("GB", "SW1A 1AA"), ("GB", "BT1 1AA"), True),
        (("IE", ""), ("GB", "BT1 1AA"), False),
        (("GB", "SW1A 1AA"), ("IM", ""), False),
        (("CH", ""), ("DE", "78266"), False),
        (("ES", "28001"), ("ES", "35001"), False),
        (("ES", "28001"), ("ES", "51001"), True),
    ],
)
def test_goods_cross_a_border_between_customs_areas(here, there, crosses):
    assert crosses_customs_border(territory_of(*here), territory_of(*there)) is crosses


@pytest.mark.parametrize(
    ("here", "there", "declared"),
    [
        (("DE", ""), ("FR", ""), False),
        (("ES", "28001"), ("ES", "35001"), True),
        (("ES", "35001"), ("ES", "28001"), True),
        (("ES", "35001"), ("ES", "38001"), False),
        (("FR", "75001"), ("FR", "97400"), True),
        (("PT", "1000-001"), ("PT", "9000-001"), False),
        (("GB", "SW1A 1AA"), ("GB", "BT1 1AA"), True),
        (("GB", "SW1A 1AA"), ("GB", "JE2 3AB"), True),
        (("GB", "SW1A 1AA"), ("IM", ""), False),
        (("CH", ""), ("LI", ""), False),
        (("CH", ""), ("DE", "78266"), False),
        (("DE", "10115"), ("DE", "78266"), True),
    ],
)
def test_papers_are_needed_over_a_tax_border_too(here, there, declared):
    assert needs_papers(territory_of(*here), territory_of(*there)) is declared


def test_the_table_names_only_real_countries():
    codes = country_codes()
    posted = {code for pairs in POSTED_AS.values() for _, code in pairs}
    assert {*CUSTOMS_UNION_OF, *FISCAL_UNION_OF, *POSTED_AS, *posted} <= codes
    assert {enclave.country for enclave in ENCLAVES} <= codes


def test_the_union_has_its_twenty_seven_members_in_both_tables():
    members = {code for code, union in FISCAL_UNION_OF.items() if union == "EU"} - {"MC"}
    assert len(members) == 27
    assert {CUSTOMS_UNION_OF[code] for code in members} == {"EU"}
