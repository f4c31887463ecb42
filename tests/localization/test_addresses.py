"""Addresses of the world, typed by people."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.addresses import Address, BadAddress, address_form, address_lines, check_address
from localization.places import UnknownCountry, country_codes

BERLIN = Address(
    name="Ada Lovelace", street="Invalidenstraße 117", city="Berlin", country="DE", postcode="10115"
)
TOKYO = Address(
    name="山田 花子", street="千代田1-1", city="千代田区", country="JP", postcode="100-0001", region="東京都"
)
NEW_YORK = Address(
    name="Grace Hopper",
    street="350 5th Ave",
    street2="Floor 3",
    company="Harbour Inc.",
    city="New York",
    country="US",
    postcode="10118",
    region="NY",
)


def problems_of(address):
    with pytest.raises(BadAddress) as refused:
        check_address(address)
    return set(refused.value.errors)


@pytest.mark.parametrize(
    ("country", "region", "typed", "written"),
    [
        ("DE", "", "D-10115", "10115"),
        ("DE", "", " 10 115 ", "10115"),
        ("DE", "", "١٠١١٥", "10115"),
        ("AT", "", "A-1010", "1010"),
        ("FR", "", "75 001", "75001"),
        ("GB", "", "sw1a1aa", "SW1A 1AA"),
        ("GB", "", "m1 1ae", "M1 1AE"),
        ("GB", "", "EC1Y8SY", "EC1Y 8SY"),
        ("US", "NY", "10118", "10118"),
        ("US", "NY", "101181234", "10118-1234"),
        ("JP", "東京都", "１０００００１", "100-0001"),
        ("JP", "東京都", "100ー0001", "100-0001"),
        ("CA", "ON", "k1a0b1", "K1A 0B1"),
        ("NL", "", "1011ab", "1011 AB"),
        ("AU", "NSW", "2000", "2000"),
        ("CN", "浙江省", "310012", "310012"),
    ],
)
def test_a_postcode_is_written_as_its_country_writes_it(country, region, typed, written):
    address = Address(name="A", street="B 1", city="C", country=country, postcode=typed, region=region)
    assert check_address(address).postcode == written


@pytest.mark.parametrize(
    ("country", "region", "typed"),
    [
        ("DE", "", "1011"),
        ("DE", "", "1011A"),
        ("GB", "", "QQ1 1AA"),
        ("US", "NY", "90210"),
        ("JP", "東京都", "060-0001"),
        ("US", "NY", "1"),
    ],
)
def test_a_postcode_of_nowhere_or_of_another_region_is_refused(country, region, typed):
    address = Address(name="A", street="B 1", city="C", country=country, postcode=typed, region=region)
    assert problems_of(address) == {"postcode"}


@pytest.mark.parametrize("typed", ["Tokyo", "TOKYO", "東京都"])
def test_a_region_may_be_called_by_any_of_its_names(typed):
    assert check_address(dataclasses.replace(TOKYO, region=typed)).region == "東京都"


def test_an_emirate_needs_no_postcode_and_its_name_may_be_latin():
    dubai = Address(name="A", street="B 1", city="", country="AE", postcode="00000", region="Dubai")
    checked = check_address(dubai)
    assert checked.postcode == ""
    assert address_lines(checked, latin=True) == ("A", "B 1", "Dubai", "UNITED ARAB EMIRATES")
    assert address_lines(checked)[2] == "دبي"


@pytest.mark.parametrize("region", ["香港", "Hong Kong", "台湾", "Macau"])
def test_territories_with_customs_of_their_own_are_no_province_of_china(region):
    address = Address(name="A", street="B", city="C", country="CN", postcode="999077", region=region)
    assert problems_of(address) == {"region"}


@pytest.mark.parametrize(
    ("country", "typed", "written"),
    [
        ("DE", "030 1234567", "+49301234567"),
        ("DE", "+86 138 0013 8000", "+8613800138000"),
        ("DE", "٠٣٠ ١٢٣٤٥٦٧", "+49301234567"),
    ],
)
def test_a_phone_number_becomes_international(country, typed, written):
    assert check_address(dataclasses.replace(BERLIN, phone=typed)).phone == written


@pytest.mark.parametrize("typed", ["12", "call me", "+999 123", "0" * 32])
def test_what_is_no_phone_number_is_refused(typed):
    assert problems_of(dataclasses.replace(BERLIN, phone=typed)) == {"phone"}


@pytest.mark.parametrize("typed", ["ada@", "ada lovelace@example.org", "a@b"])
def test_what_is_no_e_mail_address_is_refused(typed):
    assert problems_of(dataclasses.replace(BERLIN, email=typed)) == {"email"}


@pytest.mark.parametrize(
    "hostile",
    ["Ada\nBcc: all@example.org", "Ada\r", "Ada\x00", "Ada\u202eadA", "Ada\u2028B", "Ada\x1b[2J", "\ud800"],
)
def test_characters_that_cannot_be_printed_are_refused(hostile):
    assert "name" in problems_of(dataclasses.replace(BERLIN, name=f"A{hostile}B"))


def test_marks_of_direction_and_odd_spaces_are_tidied():
    checked = check_address(dataclasses.replace(BERLIN, name=" Ada\u00a0\u3000 Lovelace\u200f "))
    assert checked.name == "Ada Lovelace"


def test_every_problem_is_reported_at_once():
    nothing = Address(name="", street="", city="", country="US")
    assert problems_of(nothing) == {"name", "street", "city", "region", "postcode"}


@pytest.mark.parametrize("country", ["", "de", "XX", "<script>", "../../etc"])
def test_an_unknown_country_is_refused(country):
    assert "country" in problems_of(dataclasses.replace(BERLIN, country=country))


def test_a_line_too_long_for_a_label_is_refused():
    assert problems_of(dataclasses.replace(BERLIN, street="x" * 121)) == {"street"}


def test_checking_twice_changes_nothing_more():
    for address in (BERLIN, TOKYO, NEW_YORK):
        checked = check_address(address)
        assert check_address(checked) == checked


def test_lines_follow_the_country():
    assert address_lines(BERLIN) == ("Ada Lovelace", "Invalidenstraße 117", "10115 Berlin", "Deutschland")
    assert address_lines(NEW_YORK) == (
        "Grace Hopper",
        "Harbour Inc.",
        "350 5th Ave",
        "Floor 3",
        "New York, NY 10118",
        "United States",
    )
    assert address_lines(TOKYO) == ("〒100-0001", "東京都千代田区", "千代田1-1", "山田 花子", "日本")


def test_latin_lines_turn_the_order_round():
    assert address_lines(TOKYO, latin=True) == (
        "山田 花子",
        "千代田1-1",
        "千代田区, Tokyo",
        "100-0001",
        "JAPAN",
    )


def test_the_form_follows_the_country_and_the_readers_script():
    def names(country, language):
        return [field.name for field in address_form(country, language).fields]

    assert names("DE", "de") == ["name", "company", "street", "street2", "postcode", "city", "phone"]
    assert names("JP", "ja")[:4] == ["postcode", "region", "city", "street"]
    assert names("JP", "en")[:3] == ["name", "company", "street"]
    assert "postcode" not in names("AE", "ar")


def test_regions_are_named_for_their_reader():
    def regions(country, language):
        form = address_form(country, language)
        return next(dict(field.choices) for field in form.fields if field.name == "region")

    assert regions("JP", "ja")["東京都"] == "東京都"
    assert regions("JP", "de")["東京都"] == "Tokyo"
    assert regions("US", "en")["NY"] == "New York"
    assert "香港" not in regions("CN", "zh")


def test_a_field_says_what_keyboard_and_memory_it_wants():
    fields = {field.name: field for field in address_form("US", "en").fields}
    assert str(fields["postcode"].label) == "ZIP code"
    assert fields["phone"].input_mode == "tel"
    assert fields["street"].autocomplete == "address-line1"
    assert fields["region"].required
    assert not fields["phone"].required


def test_there_is_no_form_of_no_country():
    with pytest.raises(UnknownCountry):
        address_form("XX", "en")


@pytest.mark.parametrize("country", sorted(country_codes()))
def test_every_country_has_a_form_and_lines(country):
    address = Address(name="A", street="B", city="C", country=country)
    names = [field.name for field in address_form(country, "en").fields]
    assert {"name", "street"} <= set(names)
    assert len(names) == len(set(names))
    assert address_lines(address)[-1] != ""


@given(st.builds(Address, **{field.name: st.text(max_size=20) for field in dataclasses.fields(Address)}))
def test_json_round_trips(address):
    assert Address.from_json(address.to_json()) == address


def test_json_with_unknown_and_missing_fields_is_read():
    assert Address.from_json({"name": "A", "is_admin": True, "city": None}) == Address(
        name="A", street="", city="", country=""
    )


@given(
    country=st.sampled_from(sorted(country_codes())),
    parts=st.fixed_dictionaries(
        {field.name: st.text(max_size=30) for field in dataclasses.fields(Address) if field.name != "country"}
    ),
)
def test_whatever_is_typed_is_checked_or_refused(country, parts):
    try:
        checked = check_address(Address(country=country, **parts))
    except BadAddress:
        return
    assert check_address(checked) == checked


@pytest.mark.parametrize("field", ["name", "street", "street2", "company", "city", "email"])
def test_a_card_number_is_refused_and_not_kept(field):
    typed = {"name": "Ada", "street": "Torstraße 12", "city": "Berlin", "postcode": "10119", "country": "DE"}
    with pytest.raises(BadAddress) as refused:
        check_address(Address.from_json({**typed, field: "4242 4242 4242 4242"}))
    assert list(refused.value.errors) == [field]
    assert "4242" not in str(refused.value.errors)
