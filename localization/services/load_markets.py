"""Loads the markets of reference/markets.yaml."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from localization.languages import BY_CODE
from localization.models import Market
from localization.money import currency
from localization.places import UnknownCountry, country_codes
from localization.selectors import MARKETS
from localization.values import PRICE_ENDING

MARKETS_FILE = Path(__file__).resolve().parent.parent / "reference" / "markets.yaml"


class BadMarket(ValueError):
    """A market of the file cannot be: the message says which and why."""


def load_markets(path: Path = MARKETS_FILE) -> int:
    """Create or bring up to date every market of the file; all of them or none. Returns how many there are.

    Markets that are not in the file stay as they are. Raises BadMarket, UnknownCurrency or UnknownCountry.
    """
    entries = [_checked(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
    with transaction.atomic():
        for entry in entries:
            Market.objects.update_or_create(code=entry["code"], defaults=entry)
        MARKETS.forget()
    return len(entries)


def _checked(entry: Mapping[str, Any]) -> dict[str, Any]:
    currency(entry["currency"])
    for country in entry["countries"]:
        if country not in country_codes():
            raise UnknownCountry(country=country)
    if not PRICE_ENDING.match(entry["price_ending"]):
        raise BadMarket(f"{entry['code']}: no such price ending: {entry['price_ending']!r}")
    unknown = set(entry["languages"]) - set(BY_CODE)
    if unknown or not entry["languages"] or not entry["countries"]:
        raise BadMarket(f"{entry['code']}: needs a country and languages we speak, not {sorted(unknown)}")
    return {**entry, "uplift": Decimal(entry["uplift"])}
