"""The values localization hands to the apps above it."""

import re
from dataclasses import dataclass
from decimal import Decimal

PRICE_ENDING = re.compile(r"(\.\d{2}|\d{1,3})?\Z", re.ASCII)
"""How a market likes its prices to end; `catalog.pricing` applies it to converted prices, never to duty or tax.

    ""                    as converted, rounded to the currency's minor unit
    ".95" ".99" ".90"     the decimals are fixed: 38.20 becomes 38.95; ".00" means whole units
    "0" "9" "00" "80"     whole units whose last digits are fixed: JPY 3,912 becomes 3,980, CNY 212 becomes 219
"""


@dataclass(frozen=True, kw_only=True)
class MarketInfo:
    """A market: where we sell, in which currency and languages, and how prices are shown there.

    `name` is an English msgid (see `market_names`); `languages` are URL codes, the default first; `uplift` is a share
    (0.03 for 3 %) added to prices that are converted instead of listed; `price_ending` follows PRICE_ENDING.
    """

    code: str
    name: str
    countries: tuple[str, ...]
    currency: str
    languages: tuple[str, ...]
    tax_inclusive: bool
    price_ending: str
    uplift: Decimal
    position: int

    @property
    def default_language(self) -> str:
        """The language of a first visit that states no wish."""
        return self.languages[0]

    @property
    def home_country(self) -> str:
        """The country assumed while no address is known."""
        return self.countries[0]
