"""The categories of the shop in a reader's language."""

from catalog.models import CategoryText
from catalog.values import CategoryInfo
from catalog.wording import preferred

__all__ = ["CategoryInfo", "categories"]


def categories(language: str) -> tuple[CategoryInfo, ...]:
    """All categories in their order, worded for a reader of `language`. One query."""
    by_code: dict[str, dict[str, CategoryInfo]] = {}
    rows = CategoryText.objects.order_by("category__position", "category__code").values_list(
        "language", "category__code", "name", "lead", "category__tint"
    )
    for spoken, *columns in rows:
        info = CategoryInfo(*columns)
        by_code.setdefault(info.code, {})[spoken] = info
    return tuple(texts[preferred(texts, language)] for texts in by_code.values())
