"""How text becomes search terms, the same for every database: folding, words, and pairs of letters where none part words."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

MOST_TERMS = 5000
MOST_WORDS = 8
_LONGEST_TERM = 60
_ARTICLE = "ال"
# Letters that no decomposition reaches, and Arabic letters that are written for one another.
_FOLDED = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ٱ": "ا",
        "ـ": "",
    }
)
# Scripts written without spaces, plus Hangul, whose endings cling to the word: first and last code point.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x11FF),  # Hangul letters
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),  # ideographic iteration mark and zero
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),  # Hangul syllables
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
# Where a mark is an accent that readers leave out; in Thai or kana it is a letter of its own.
_ACCENTED = ((0x0000, 0x06FF), (0x1E00, 0x1FFF))


@dataclass(frozen=True)
class Word:
    """One thing searched for: `terms` follow one another in the text; a `prefix` may go on after its last letter."""

    terms: tuple[str, ...]
    prefix: bool = False


def index_terms(text: str) -> str:
    """The terms of a text for the index, in order, space between them; runs of unspaced script as pairs, then letters."""
    terms: list[str] = []
    for run, unspaced in _runs(text):
        terms += [*_pairs(run), *(run if len(run) > 1 else "")] if unspaced else [_bare(run)]
        if len(terms) > MOST_TERMS:
            break
    return " ".join(terms[:MOST_TERMS])


def query_words(text: str) -> tuple[Word, ...]:
    """What a reader's text asks for: all words must be there, the last spaced one may be unfinished.

    Every term is made of letters, digits and marks only, so that none can be mistaken for query syntax.
    """
    runs = list(_runs(text))[:MOST_WORDS]
    return tuple(
        Word(tuple(_pairs(run))) if unspaced else Word((_bare(run),), prefix=place == len(runs) - 1)
        for place, (run, unspaced) in enumerate(runs)
    )


def folded(text: str) -> str:
    """`text` without the differences readers do not type: width, case, accents, Arabic letter forms, digit scripts."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(map(_fold, unicodedata.normalize("NFKC", plain))).translate(_FOLDED)


def _fold(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if not _within(letter, _ACCENTED):
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    for kind, letters in groupby(folded(text), key=_kind):
        run = "".join(letters)
        if kind == "spaced":
            yield run[:_LONGEST_TERM], False
        elif kind == "unspaced":
            yield run, True


def _kind(letter: str) -> str:
    if unicodedata.category(letter)[0] not in "LNM":
        return ""
    return "unspaced" if _within(letter, _UNSPACED) else "spaced"


def _within(letter: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)


def _pairs(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)] or [run]


def _bare(word: str) -> str:
    """An Arabic word without its article: readers look for the thing, with or without it."""
    return word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 2 else word
