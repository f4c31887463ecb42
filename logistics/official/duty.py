"""Rates as official tariffs print them, in the words of our own rate grammar (see `landed_cost.rate`)."""

import re
from collections.abc import Mapping
from decimal import Decimal

UNKNOWN = "unknown"
"""Our word for a rate that is there and could not be read: goods it holds for are refused."""

_NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
_PERCENT = re.compile(_NUMBER + r" ?%")
_DOLLARS = re.compile(
    r"(?:\$(?P<dollars>\d*\.?\d+)|(?P<cents>\d+(?:\.\d+)?) ?¢) ?(?P<unit>/ ?[a-z. 0-9]+|each)"
)
_AMOUNT = re.compile(_NUMBER + r" ?(?P<currency>EUR|GBP) ?(?P<unit>.+)")
_FOOTNOTE = re.compile(r" \d+/$")
_CLAMP = re.compile(r"(?P<sum>.+?)(?: MIN (?P<floor>.+?))?(?: MAX (?P<cap>.+))?$")

# What the unit is called here, and how many of it the official unit is.
_US_UNITS: Mapping[str, tuple[str, Decimal | int]] = {
    "each": ("unit", 1),
    "/no.": ("unit", 1),
    "/head": ("unit", 1),
    "/doz.": ("dozen", 1),
    "/gross": ("dozen", 12),
    "/pr.": ("pair", 1),
    "/prs.": ("pair", 1),
    "/kg": ("kg", 1),
    "/t": ("kg", 1000),
    "/liter": ("l", 1),
    # A proof litre is a litre at 50 % of alcohol (HTSUS chapter 22, additional U.S. note).
    "/pf.liter": ("lpa", Decimal("0.5")),
}
_TARIC_UNITS: Mapping[str, tuple[str, int]] = {
    "DTN": ("100kg", 1),
    "/ 100 kg": ("100kg", 1),
    "KGM": ("kg", 1),
    "/ kg": ("kg", 1),
    "TNE": ("kg", 1000),
    "/ tonne": ("kg", 1000),
    "/ 1000 kg": ("kg", 1000),
    "HLT": ("hl", 1),
    "/ hl": ("hl", 1),
    "LTR": ("l", 1),
    "/ l": ("l", 1),
    "LPA": ("lpa", 1),
    "/ l alc. 100%": ("lpa", 1),
    # One per cent by volume of a hectolitre is a litre of pure alcohol.
    "ASVX": ("lpa", 1),
    "ASV X": ("lpa", 1),
    "/ % vol/hl": ("lpa", 1),
    "NAR": ("unit", 1),
    "/ p/st": ("unit", 1),
    "/ item": ("unit", 1),
    "MIL": ("unit", 1000),
    "/ 1000 p/st": ("unit", 1000),
    "NPR": ("pair", 1),
    "/ pa": ("pair", 1),
}


def us_rate(text: str) -> str:
    """A rate of the HTSUS such as "Free", "37.5¢/kg + 8%" or "$1.03 each + 9.6%"; UNKNOWN for anything else."""
    plain = _FOOTNOTE.sub("", " ".join(text.split()))
    if plain.casefold() == "free":
        return "free"
    return _sum([_us_term(part.strip()) for part in plain.split("+")])


def taric_rate(text: str) -> str:
    """A rate of TARIC or of the UK tariff such as "12.800 % + 176.800 EUR DTN"; UNKNOWN for anything else."""
    plain = " ".join(text.split())
    if plain == "NIHIL":
        return "free"
    found = _CLAMP.fullmatch(plain)
    if not found:
        return UNKNOWN
    parts = [_sum([_taric_term(part.strip()) for part in found["sum"].split("+")])]
    for word, name in (("min", "floor"), ("max", "cap")):
        if found[name]:
            parts += [word, _taric_term(found[name]) or UNKNOWN]
    return UNKNOWN if UNKNOWN in parts else " ".join(parts)


def _sum(terms: list[str]) -> str:
    if "" in terms:
        return UNKNOWN
    due = [term for term in terms if term != "0 %"]
    return " + ".join(due) or "free"


def _us_term(text: str) -> str:
    if found := _PERCENT.fullmatch(text):
        return f"{_plain(Decimal(found['number']))} %"
    found = _DOLLARS.fullmatch(text)
    unit = _US_UNITS.get(found["unit"].replace("/ ", "/")) if found else None
    if not found or not unit:
        return ""
    amount = Decimal(found["dollars"]) if found["dollars"] else Decimal(found["cents"]) / 100
    return f"{_plain(amount / unit[1])} USD/{unit[0]}"


def _taric_term(text: str) -> str:
    if found := _PERCENT.fullmatch(text):
        return f"{_plain(Decimal(found['number']))} %"
    found = _AMOUNT.fullmatch(text)
    unit = _TARIC_UNITS.get(found["unit"].strip()) if found else None
    if not found or not unit:
        return ""
    return f"{_plain(Decimal(found['number']) / unit[1])} {found['currency']}/{unit[0]}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
