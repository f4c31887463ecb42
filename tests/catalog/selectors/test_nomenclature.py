"""The nomenclature: which codes exist, what they mean, what a text may be about."""

import pytest

from catalog.models import NomenclatureEntry
from catalog.nomenclature_files import shipped_lines
from catalog.selectors.nomenclature import NOMENCLATURE, described, known, search, subheadings

pytestmark = pytest.mark.django_db


def test_the_shops_own_list_has_every_code_of_hs2022():
    levels = [line.level for line in shipped_lines()]
    assert (levels.count(2), levels.count(4), levels.count(6)) == (96, 1_228, 5_612)
    words = [line for line in shipped_lines() if line.description]
    assert {line.level for line in words} == {4}
    assert len(words) == 200


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("621410", True),
        ("62141000", True),
        ("6214100090", True),
        ("621411", False),
        ("6214", False),
        ("770110", False),
        ("", False),
    ],
)
def test_a_code_is_known_by_its_six_international_digits(code, expected):
    assert known(code) is expected


def test_an_edition_nobody_loaded_knows_no_code():
    assert not known("621410", "HS2028")


def test_a_code_without_a_text_is_described_by_its_heading():
    assert described("6109100000") == "T-shirts, tank tops, singlets and vests, knitted"
    assert described("280110") == ""


def test_the_subheadings_of_a_heading_are_listed_in_order():
    assert subheadings("6214") == ("621410", "621420", "621430", "621440", "621490")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Silk scarf, hand rolled", "6214", ("scarf", "silk")),
        ("wireless HEADPHONES", "8518", ("headphone",)),
        ("Men's woven shirts", "6205", ("men", "shirt", "woven")),
        ("Wrist watches", "9102", ("watch", "wrist")),
    ],
)
def test_a_text_finds_the_heading_it_shares_the_rarest_words_with(text, code, words):
    best = search(text, 3)[0]
    assert (best.code, best.level, best.words) == (code, 4, words)


def test_a_text_without_a_known_word_finds_nothing():
    assert search("zzyzx 12 of the", 5) == ()


def test_no_more_matches_than_asked_for_come_back():
    assert [len(search("knitted", limit)) for limit in (0, 1, 4)] == [0, 1, 4]


def test_what_was_loaded_stands_in_place_of_the_shops_own_list():
    NomenclatureEntry.objects.create(
        edition="HS2022", code="621410", level=6, description="Silk", parent="6214"
    )
    NOMENCLATURE.forget_here()
    assert (known("621410"), known("621420"), described("621410")) == (True, False, "Silk")


def test_a_warm_nomenclature_asks_no_query(django_assert_num_queries):
    known("621410")
    with django_assert_num_queries(0):
        known("610910")
        search("cotton shirt", 5)
