"""The European Central Bank's reference rates of the day over HTTP (published about 16:00 CET on bank days)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from xml.etree.ElementTree import Element, ParseError

import requests
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from localization import clock
from localization.outside import Misread, Refused, Unavailable
from localization.rate_sources.base import ECB, PublishedRate, is_iso_currency

_TIMEOUT = (3, 10)  # seconds to connect, seconds between bytes
_CHUNK_BYTES, _MOST_CHUNKS = 16 * 1024, 16  # the file has about 2 kB; more than 256 kB is something else
_CUBE = "{http://www.ecb.int/vocabulary/2002-08-01/eurofxref}Cube"
_PLAIN_DECIMAL = re.compile(r"\d{1,9}(\.\d{1,10})?", re.ASCII)
_TRY_AGAIN = frozenset({408, 425, 429})


class EcbLive:
    """Reads the bank's daily XML file at `url`."""

    def __init__(self, url: str) -> None:
        self._url = url

    def rates(self, *, since: date) -> Sequence[PublishedRate]:
        """The rates of the newest day, if that is not before `since`. Raises Unavailable, Refused or Misread."""
        root = _parsed(self._body())
        found = [rate for day in root.iter(_CUBE) if "time" in day.attrib for rate in self._day(day)]
        if not found:
            raise Misread(f"{self._url} holds no rates")
        return [rate for rate in found if rate.day >= since]

    def _body(self) -> bytes:
        try:
            with requests.get(self._url, timeout=_TIMEOUT, stream=True, allow_redirects=False) as answer:
                if answer.status_code >= 500 or answer.status_code in _TRY_AGAIN:
                    raise Unavailable(f"{self._url} answered {answer.status_code}")
                if answer.status_code != 200:
                    raise Refused(f"{self._url} answered {answer.status_code}")
                body = b"".join(islice(answer.iter_content(_CHUNK_BYTES), _MOST_CHUNKS))
        except requests.RequestException as problem:
            raise Unavailable(str(problem)) from problem
        if len(body) == _CHUNK_BYTES * _MOST_CHUNKS:
            raise Misread(f"{self._url} answered {len(body)} bytes or more")
        return body

    def _day(self, cube: Element) -> Iterator[PublishedRate]:
        day = _day(cube.attrib["time"])
        for entry in cube.iter(_CUBE):
            code = entry.attrib.get("currency")
            if code is not None and is_iso_currency(code):
                rate = _rate(entry.attrib.get("rate", ""), code)
                yield PublishedRate(currency=code, day=day, rate=rate, publisher=ECB, source=self._url)


def _parsed(body: bytes) -> Element:
    try:
        root: Element = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError) as problem:
        raise Misread(f"no XML: {problem}") from problem
    return root


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as problem:
        raise Misread(f"no day: {text!r}") from problem
    if day > clock.today() + timedelta(days=1):
        raise Misread(f"rates of the future: {day}")
    return day


def _rate(text: str, code: str) -> Decimal:
    """A positive plain decimal: neither "0", "-1", "1e5", "NaN" nor digits of another script."""
    if not _PLAIN_DECIMAL.fullmatch(text) or not Decimal(text):
        raise Misread(f"no rate of {code}: {text!r}")
    return Decimal(text)
