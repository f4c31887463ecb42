"""The categories as the header shows them on every page, remembered so that they cost no query."""

from catalog.selectors.categories import categories
from catalog.values import CategoryInfo
from localization.remembered import Remembered

_SHELVES: Remembered[str, tuple[CategoryInfo, ...]] = Remembered("shelves", categories)


def shelves(language: str) -> tuple[CategoryInfo, ...]:
    """All categories for a reader of `language`, up to a minute old."""
    return _SHELVES.get(language)
