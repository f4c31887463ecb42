"""How text becomes search terms."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.search_terms import Word, folded, index_terms, query_words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Kopfhörer", "kopfhorer"),
        ("İstanbul Straße Ørsted", "istanbul strasse orsted"),
        ("ＬＥＤランプ", "led ラン ンプ ラ ン プ"),
        ("耳机", "耳机 耳 机"),
        ("机", "机"),
        ("이어폰", "이어 어폰 이 어 폰"),
        ("หูฟัง", "หู ูฟ ฟั ัง ห ู ฟ ั ง"),
        ("ガラス", "ガラ ラス ガ ラ ス"),
        ("وِشَاحُ الحَرِيرِ", "وشاح حرير"),
        ("أحمر آسيا قبعة", "احمر اسيا قبعه"),
        ("١٢٣ ABC-12.5", "123 abc 12 5"),
        ('"OR" NEAR(x) *:-', "or near x"),
        ("", ""),
    ],
)
def test_a_text_becomes_its_terms(text, terms):
    assert index_terms(text) == terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("silk sca", (Word(("silk",)), Word(("sca",), prefix=True))),
        ("ワイヤ", (Word(("ワイ", "イヤ")),)),
        ("机", (Word(("机",)),)),
        ("!?", ()),
    ],
)
def test_a_readers_text_becomes_words_and_the_last_may_be_unfinished(text, words):
    assert query_words(text) == words


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
def test_no_term_holds_anything_a_query_language_could_read(text):
    terms = [term for word in query_words(text) for term in word.terms]
    assert all(term and not re.search(r"[\s\"'\\*:&|!()<>{}^+~-]", term) for term in terms)


def test_a_long_text_is_cut():
    assert len(index_terms("word " * 10_000).split()) == 5000
    assert len(query_words("word " * 100)) == 8
