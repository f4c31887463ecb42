"""The nomenclature of goods: whether a code exists, what it means, and which codes a text may be about.

An edition that `manage.py load_nomenclature` loaded is read from the database; otherwise the shop's own list of HS2022
answers, so that codes can be checked from the first start. No query when warm.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from catalog.models import NomenclatureEntry
from catalog.nomenclature_files import SHIPPED_EDITION, NomenclatureLine, shipped_lines
from localization.remembered import Remembered

_INTERNATIONAL = 6
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    {"and", "for", "the", "not", "with", "other", "than", "whether", "including", "such", "also"}
)
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NomenclatureMatch:
    """A heading or subheading that a text may be about: the `words` they share, the rarer the higher the `score`."""

    code: str
    level: int
    description: str
    words: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Edition:
    """One edition: its texts by code, and the codes of every word."""

    texts: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


def known(code: str, edition: str = SHIPPED_EDITION) -> bool:
    """Whether the edition has the subheading of a code of 6 to 10 digits; of an edition nobody loaded it knows none."""
    return len(code) >= _INTERNATIONAL and code[:_INTERNATIONAL] in NOMENCLATURE.get(edition).texts


def described(code: str, edition: str = SHIPPED_EDITION) -> str:
    """The text of the code or, where it has none, of the nearest one above it; "" when nothing is known of it."""
    texts = NOMENCLATURE.get(edition).texts
    above = (code[:digits] for digits in (_INTERNATIONAL, 4, 2))
    return next((texts[part] for part in above if texts.get(part)), "")


def subheadings(code: str, edition: str = SHIPPED_EDITION) -> tuple[str, ...]:
    """The codes of six digits under a chapter or heading, in order."""
    texts = NOMENCLATURE.get(edition).texts
    return tuple(one for one in texts if len(one) == _INTERNATIONAL and one.startswith(code))


def search(text: str, limit: int, edition: str = SHIPPED_EDITION) -> tuple[NomenclatureMatch, ...]:
    """Headings and subheadings that share words with an English text, the best first, at most `limit`."""
    found = NOMENCLATURE.get(edition)
    shared: dict[str, list[str]] = {}
    for word in sorted(_words(text))[:_MOST_WORDS]:
        for code in found.words.get(word, ()):
            shared.setdefault(code, []).append(word)
    matches = [_match(code, words, found) for code, words in shared.items()]
    return tuple(sorted(matches, key=lambda one: (-one.score, one.code))[:limit])


def _match(code: str, words: list[str], edition: _Edition) -> NomenclatureMatch:
    text = edition.texts[code]
    weights = (log(1 + len(edition.texts) / len(edition.words[word])) for word in words)
    # Of two texts with the same words the shorter one is more about them.
    score = sum(weights) / (1 + log(1 + len(_words(text))))
    return NomenclatureMatch(
        code=code, level=len(code), description=text, words=tuple(words), score=round(score, 3)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold()) if word not in _EMPTY)


def _stem(word: str) -> str:
    """The word without an English plural: scarves, watches and shirts read like scarf, watch and shirt."""
    if word.endswith("ves"):
        return word[:-3] + "f"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _load(edition: str) -> _Edition:
    rows = NomenclatureEntry.objects.filter(edition=edition).order_by("code")
    stored = [NomenclatureLine(*row) for row in rows.values_list("code", "description")]
    return _indexed(stored or (shipped_lines() if edition == SHIPPED_EDITION else ()))


def _indexed(lines: Iterable[NomenclatureLine]) -> _Edition:
    texts = {line.code: line.description for line in lines}
    words: dict[str, set[str]] = {}
    for code, text in texts.items():
        if len(code) > 2:
            for word in _words(text):
                words.setdefault(word, set()).add(code)
    return _Edition(texts, {word: frozenset(codes) for word, codes in words.items()})


NOMENCLATURE: Remembered[str, _Edition] = Remembered("nomenclature", _load)
