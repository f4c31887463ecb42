"""The restrictions in force, read once per process."""

from pathlib import Path

from localization.remembered import Remembered
from logistics.restrictions import RestrictionBook, read_restrictions

SHIPPED = Path(__file__).resolve().parent.parent / "reference" / "restrictions.yaml"


def restriction_book() -> RestrictionBook:
    """What may not go where, needs a paper or deserves a warning. No query when warm."""
    return BOOK.get("active")


def _load(_: str) -> RestrictionBook:
    return read_restrictions(SHIPPED.name, SHIPPED.read_text(encoding="utf-8"))


BOOK: Remembered[str, RestrictionBook] = Remembered("restrictions", _load)
