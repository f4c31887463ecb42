"""Places in a list as opaque text: written by us, checked when they come back."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from catalog.refusals import BadCursor

_NUMBERS = re.compile(r"\d{1,18}(?:\.\d{1,18})*", re.ASCII)


def cursor_of(*place: int) -> str:
    """The cursor of a place: the sort key of the last row that was shown."""
    return urlsafe_b64encode(".".join(map(str, place)).encode()).decode().rstrip("=")


def place_of(cursor: str, *, parts: int) -> tuple[int, ...]:
    """The place a cursor of so many numbers stands for. Raises BadCursor for anything cursor_of did not write."""
    try:
        text = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)).decode("ascii")
    except (Error, UnicodeError):
        raise BadCursor(cursor=cursor[:40]) from None
    numbers = text.split(".")
    if not _NUMBERS.fullmatch(text) or len(numbers) != parts:
        raise BadCursor(cursor=cursor[:40])
    return tuple(map(int, numbers))
