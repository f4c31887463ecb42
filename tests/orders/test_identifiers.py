"""Which customs asks a buyer for what, and which answers cannot be right."""

import pytest

from orders.identifiers import BY_CODE, KINDS, asked_of, checked_identifier
from orders.refusals import BadIdentifier, IdentifierMissing

GOOD = [
    ("KR", "p 1234-5678-9012", "P123456789012"),
    ("KR", "Ｐ１２３４５６７８９０１２", "P123456789012"),
    ("BR", "123.456.789-09", "12345678909"),
    ("CN", "310101199001010012", "310101199001010012"),
    ("TW", "a123456789", "A123456789"),
    ("TW", "0912-345-678", "0912345678"),
    ("TR", "10000000146", "10000000146"),
    ("TR", "99000000042", "99000000042"),
    ("IN", "AAAPZ9999A", "AAAPZ9999A"),
    ("IN", "WKH1186204", "WKH1186204"),
    ("IN", "M1234567", "M1234567"),
    ("ID", "3171 0155 0590 0001", "3171015505900001"),
    ("SA", "١٠٠٠٠٠٠٠٠٨", "1000000008"),
    ("SA", "2000000006", "2000000006"),
]
BAD = [
    ("KR", "P12345678901"),
    ("KR", "1234567890123"),
    ("BR", "12345678908"),
    ("BR", "11111111111"),
    ("CN", "310101199013010014"),
    ("CN", "12345"),
    ("TW", "A123456788"),
    ("TW", "0812345678"),
    ("TR", "10000000147"),
    ("TR", "00000000146"),
    ("IN", "AAA99999"),
    ("ID", "9971015505900001"),
    ("SA", "1000000009"),
    ("SA", "3000000004"),
    ("SA", "9" * 500),
]


@pytest.mark.parametrize(("country", "typed", "kept"), GOOD)
def test_a_good_identifier_is_kept_as_customs_writes_it(country, typed, kept):
    assert checked_identifier(KINDS[country], typed) == kept


@pytest.mark.parametrize(("country", "typed"), BAD)
def test_an_impossible_identifier_is_refused_without_being_repeated(country, typed):
    with pytest.raises(BadIdentifier) as no:
        checked_identifier(KINDS[country], typed)
    assert typed not in str(no.value)
    assert str(KINDS[country].hint) in str(no.value)


@pytest.mark.parametrize("typed", ["", "  ", " - "])
def test_nothing_typed_is_told_with_the_reason(typed):
    with pytest.raises(IdentifierMissing) as no:
        checked_identifier(KINDS["KR"], typed)
    assert str(KINDS["KR"].reason) in str(no.value)


@pytest.mark.parametrize(
    ("country", "postcode", "origins", "code"),
    [
        ("KR", "04524", ("CN",), "KR-PCCC"),
        ("CN", "200001", ("JP",), "CN-RIC"),
        ("CN", "200001", ("CN", "JP"), "CN-RIC"),
        ("CN", "200001", ("CN",), None),
        ("DE", "10119", ("CN",), None),
        ("BR", "01310-100", ("PT",), "BR-CPF"),
    ],
)
def test_only_some_destinations_ask_and_only_across_their_border(country, postcode, origins, code):
    kind = asked_of(country, postcode, ships_from=origins)
    assert (kind.code if kind else None) == code


def test_eight_destinations_ask_each_with_label_reason_and_source():
    assert sorted(KINDS) == ["BR", "CN", "ID", "IN", "KR", "SA", "TR", "TW"]
    assert len(BY_CODE) == 8
    assert all(kind.label and kind.reason and kind.hint and kind.source for kind in KINDS.values())
