"""Customs territories: where a border stands, told from country and postcode. The table is in `territory_table`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.digits import ascii_digits
from localization.refusals import Refusal
from localization.territory_table import (
    CUSTOMS_UNION_OF,
    ENCLAVES,
    FISCAL_UNION_OF,
    NO_DESTINATIONS,
    POSTED_AS,
    Enclave,
)

_NOT_ALPHANUMERIC = re.compile(r"[^0-9A-Z]")


@dataclass(eq=False)
class UnknownCountry(Refusal):
    """The code is no upper-case ISO 3166-1 alpha-2 country that receives mail."""

    code: ClassVar[str] = "unknown_country"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("There is no country “%(country)s”.")

    country: str


@dataclass(frozen=True)
class Territory:
    """A place with customs and tax rules of its own.

    `code` is the country's ISO code or one like "ES-CN"; `country` the ISO code on the envelope; a union is None where the
    place stands alone. `name` is in English, lazily translated for places without a country code.
    """

    code: str
    country: str
    customs_union: str | None
    fiscal_union: str | None
    name: str | Promise

    @property
    def customs_area(self) -> str:
        """What goods move inside of freely: the union if there is one, else the territory itself."""
        return self.customs_union or self.code

    @property
    def tax_area(self) -> str:
        """Where a delivery is domestic or intra-union for VAT: the fiscal union, else the territory itself."""
        return self.fiscal_union or self.code


def territory_of(country: str, postcode: str = "") -> Territory:
    """The customs territory of an address, e.g. ("ES", "35001") is the Canary Islands. Raises UnknownCountry.

    Without a postcode the answer is the country's main territory.
    """
    if country not in country_codes():
        raise UnknownCountry(country=country)
    compact = _NOT_ALPHANUMERIC.sub("", ascii_digits(postcode).upper())
    enclave = _enclave(country, compact)
    if enclave is not None:
        return Territory(
            enclave.code, enclave.country, enclave.customs_union, enclave.fiscal_union, enclave.name
        )
    return _whole(_posted_as(country, compact))


def crosses_customs_border(a: Territory, b: Territory) -> bool:
    """Whether goods sent from `a` to `b` are exported and imported."""
    return a.customs_area != b.customs_area


def needs_papers(a: Territory, b: Territory) -> bool:
    """Whether goods sent from `a` to `b` are declared: over a customs border, or over a tax border inside a customs union.

    Mainland Spain and the Canary Islands share the customs territory of the EU, but not its VAT: what goes between them is
    declared and taxed on arrival.
    """
    return crosses_customs_border(a, b) or a.tax_area != b.tax_area


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code (and XK) that can be a destination, as CLDR knows them."""
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - NO_DESTINATIONS


@lru_cache(maxsize=300)
def _whole(code: str) -> Territory:
    name = Locale("en").territories[code]
    return Territory(code, code, CUSTOMS_UNION_OF.get(code), FISCAL_UNION_OF.get(code), name)


def _enclave(country: str, compact: str) -> Enclave | None:
    candidates = (enclave for enclave in ENCLAVES if enclave.country == country)
    return next((found for found in candidates if compact.startswith(found.prefixes)), None)


def _posted_as(country: str, compact: str) -> str:
    prefixes = [(prefix, code) for prefix, code in POSTED_AS.get(country, ()) if compact.startswith(prefix)]
    return max(prefixes, key=lambda pair: len(pair[0]))[1] if prefixes else country
