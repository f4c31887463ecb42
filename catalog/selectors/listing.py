"""The list of what is for sale in a market: one query on the offer table, however many products there are."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, F, Func, Q, Value

from catalog.cursors import cursor_of, place_of
from catalog.models import Offer
from catalog.selectors.cards import CARD_COLUMNS, offer_card
from catalog.values import ListingPage

MOST = 96


class _Behind(Func):
    """(a, b) > (c, d) as one comparison of rows: the index jumps to the place however many rows share its rank."""

    output_field = BooleanField()

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[Any, ...]]:  # type: ignore[override]
        parts = [compiler.compile(expression) for expression in self.source_expressions]
        a, b, c, d = (sql for sql, _ in parts)
        return f"({a}, {b}) > ({c}, {d})", tuple(param for _, params in parts for param in params)


@dataclass(frozen=True, kw_only=True)
class ListingQuery:
    """Which list: a market's, read in a language, of a category or a merchant if given, after a cursor."""

    market: str
    language: str
    category: str = ""
    merchant: str = ""
    after: str = ""
    size: int = 24


def listing(query: ListingQuery) -> ListingPage:
    """One page of a list in the shop's order. One query, without counting or skipping rows. Raises BadCursor.

    Products that cannot be quoted for the market are listed too: their card carries the reason as `refusal`.
    """
    size = max(1, min(query.size, MOST))
    rows = list(
        Offer.objects.filter(_shelf(query)).order_by("rank", "id").values_list(*CARD_COLUMNS)[: size + 1]
    )
    shown = rows[:size]
    after = cursor_of(shown[-1][1], shown[-1][0]) if len(rows) > size else ""
    return ListingPage(cards=tuple(offer_card(row, query.language) for row in shown), after=after)


def _shelf(query: ListingQuery) -> Q:
    wanted = Q(market=query.market, lead=True, listed=True)
    if query.category:
        wanted &= Q(category_code=query.category)
    if query.merchant:
        wanted &= Q(merchant_code=query.merchant)
    if query.after:
        rank, last = place_of(query.after, parts=2)
        wanted &= Q(_Behind(F("rank"), F("id"), Value(rank), Value(last)))
    return wanted
