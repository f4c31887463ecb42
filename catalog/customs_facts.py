"""What a customs officer would accept as an HS code and as a country of origin."""

import re

from catalog.refusals import BadCustomsFact
from localization.digits import ascii_digits
from localization.places import country_codes

_HS_CODE = re.compile(r"\d{6}(\d{2}){0,2}", re.ASCII)
_CHAPTERS = range(1, 98)
_RESERVED_CHAPTER = 77


def hs_code(text: str) -> str:
    """A Harmonized System code of 6, 8 or 10 digits, without dots and spaces. Raises BadCustomsFact.

    Chapters run from 01 to 97; 77 is reserved (WCO, Harmonized System 2022).
    """
    digits = re.sub(r"[\s.\-]", "", ascii_digits(text))
    if not _HS_CODE.fullmatch(digits):
        raise BadCustomsFact(fact="hs_code", value=text[:40])
    chapter = int(digits[:2])
    if chapter not in _CHAPTERS or chapter == _RESERVED_CHAPTER:
        raise BadCustomsFact(fact="hs_code", value=text[:40])
    return digits


def origin(text: str) -> str:
    """An ISO 3166-1 alpha-2 country code. Raises BadCustomsFact."""
    code = text.strip().upper()
    if code not in country_codes():
        raise BadCustomsFact(fact="origin", value=text[:40])
    return code
