"""Run as a program: landed-cost quotes per second of one core, to every country the tariff packs know, beside bare JSON.

Three figures for each length of a quote: the engine alone (a consignment in, charges out: what a checkout or a list of
offers asks), a quote from bytes to bytes as the API answers it, and the same bytes only read and written as JSON. Seconds
are those of the processor, so that a crowded machine tells nearly the same as a calm one.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

import django
from django.db import connection

AIM = 20_000
"""One-line quotes per second of one core."""
LINES = (1, 5, 50)
_HEADINGS = ("621410", "691200", "420221", "610910", "490199")
_WORTH = 195
"""Euros of goods in each quote: above most reliefs, below the limits of the destinations that refuse."""
_SECONDS = 0.05
_COLD_ROUNDS = 3


@dataclass(frozen=True)
class Figures:
    """Quotes per second by destination, JSON round trips per second, and what the first quote of a process takes."""

    engine: dict[str, float]
    rates: dict[str, float]
    bare: float
    warm_queries: int
    cold_milliseconds: float
    cold_queries: int


def main() -> None:
    """Print one line for each length of a quote."""
    reached = _destinations()
    sys.stdout.write(
        f"\nlanded-cost quotes per second of one core, {len(reached)} destinations: {' '.join(reached)}\n"
        f"{'':<10}{'engine':>9}{'slowest':>12}{'bytes':>8}{'slowest':>12}{'JSON alone':>12}{'queries':>9}"
        f"{'cold ms':>9}{'queries':>9}\n"
    )
    for lines in LINES:
        sys.stdout.write(_line(lines, _measured(reached, lines)) + "\n")


def _destinations() -> list[str]:
    """Every country that can be quoted: the packs grow, and this list with them."""
    from localization.places import country_codes
    from localization.refusals import Refusal

    found = []
    for country in sorted(country_codes()):
        try:
            _answer(_request(country, 1))
        except Refusal:
            continue
        found.append(country)
    return found


def _measured(destinations: list[str], lines: int) -> Figures:
    cold, cold_queries = _cold(_request(destinations[0], lines))
    with _counted() as statements:
        engine = {country: _rate(*_engine(_request(country, lines))) for country in destinations}
        rates = {country: _rate(_answer, _request(country, lines)) for country in destinations}
    bare = median(_rate(_round_trip, _request(country, lines)) for country in destinations)
    return Figures(engine, rates, bare, len(statements), cold, cold_queries)


def _cold(body: bytes) -> tuple[float, int]:
    """Milliseconds and statements of a quote in a process that has read nothing yet."""
    from localization.remembered import Remembered

    taken: list[float] = []
    for _ in range(_COLD_ROUNDS):
        Remembered.forget_all_here()
        with _counted() as statements:
            began = time.perf_counter()
            _answer(body)
            taken.append((time.perf_counter() - began) * 1000)
    return median(taken), len(statements)


def _engine(body: bytes) -> tuple[Callable[[Any], object], Any]:
    """The engine on a consignment that was read before, with the tariffs and rates of the process."""
    from localization.selectors import fx_table
    from logistics.landed_cost import landed_cost
    from logistics.selectors.tariffs import tariff_book
    from logistics.services.quote_consignment import quote_consignment

    def work(consignment: Any) -> object:
        return landed_cost(consignment, tariffs=tariff_book(), fx=fx_table(consignment.on))

    return work, quote_consignment(json.loads(body)).consignment


def _rate(work: Callable[[Any], object], body: Any) -> float:
    work(body)
    began, done = time.process_time(), 0
    while (spent := time.process_time() - began) < _SECONDS or done < 3:
        work(body)
        done += 1
    return done / spent


def _answer(body: bytes) -> bytes:
    from logistics.services.quote_consignment import quote_consignment

    return json.dumps(quote_consignment(json.loads(body)).to_json()).encode()


def _round_trip(body: bytes) -> bytes:
    return json.dumps(json.loads(body)).encode()


def _request(country: str, lines: int) -> bytes:
    ship_from = "JP" if country == "CN" else "CN"
    value = f"{_WORTH / lines:.2f}"
    goods = [{**_goods(number, ship_from), "value": value} for number in range(lines)]
    return json.dumps(
        {
            "destination": {"country": country},
            "ship_from": ship_from,
            "currency": "EUR",
            "freight": "12.00",
            "lines": goods,
        }
    ).encode()


def _goods(number: int, origin: str) -> dict[str, Any]:
    return {
        "id": str(number + 1),
        "description": "Silk scarf",
        "hs_code": _HEADINGS[number % len(_HEADINGS)],
        "origin": origin,
        "weight_grams": 180,
        "quantity": 1,
    }


@contextmanager
def _counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        statements.append(sql)
        return execute(sql, *arguments)

    with connection.execute_wrapper(note):
        yield statements


def _line(lines: int, found: Figures) -> str:
    text = f"{lines:>3} line{'s' if lines > 1 else ' '} "
    for rates, width in ((found.engine, 9), (found.rates, 8)):
        slowest = min(rates, key=lambda country: rates[country])
        text += f"{median(rates.values()):>{width}.0f}{f'{slowest} {rates[slowest]:.0f}':>12}"
    text += (
        f"{found.bare:>12.0f}{found.warm_queries:>9}{found.cold_milliseconds:>9.0f}{found.cold_queries:>9}"
    )
    return text if lines > 1 else f"{text}  {_verdict(median(found.engine.values()))}"


def _verdict(reached: float) -> str:
    return f"{'reached' if reached >= AIM else 'MISSED'} {AIM} of the engine ({reached / AIM:.2f})"


if __name__ == "__main__":
    django.setup()
    main()
