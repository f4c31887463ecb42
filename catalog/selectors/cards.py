"""Cards from offer rows: tuples of plain columns, one table, no join."""

from typing import Any

from moneyed import Money, get_currency

from catalog.selectors.pictures import picture_url
from catalog.values import OfferCard
from catalog.wording import worded

_AMOUNTS = ("goods", "duty", "tax", "fees", "delivered", "freight")
_PLAIN = (
    "product_id",
    "variant_id",
    "handle",
    "merchant_name",
    "origin_city",
    "origin_country",
    "tint",
    "in_stock",
    "category_code",
    "refusal",
)
CARD_COLUMNS = ("id", "rank", "titles", "picture", "picture_alts", "currency", *_AMOUNTS, *_PLAIN)
_FIRST_PLAIN = 6 + len(_AMOUNTS)


def offer_card(row: tuple[Any, ...], language: str) -> OfferCard:
    """The card of one row of CARD_COLUMNS, in the reader's language."""
    titles, picture, alts, code = row[2:6]
    currency = get_currency(code)
    amounts: dict[str, Any] = {
        name: Money(amount, currency) for name, amount in zip(_AMOUNTS, row[6:], strict=False)
    }
    plain: dict[str, Any] = dict(zip(_PLAIN, row[_FIRST_PLAIN:], strict=True))
    return OfferCard(
        title=worded(titles, language),
        picture=picture_url(picture),
        picture_alt=worded(alts, language),
        **amounts,
        **plain,
    )
