"""Search: products whose texts hold all the words, the reader's language and titles first; at most 200 of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from catalog.cursors import cursor_of, place_of
from catalog.models import Offer
from catalog.search_terms import Word, query_words
from catalog.selectors.cards import CARD_COLUMNS, offer_card
from catalog.selectors.listing import MOST
from catalog.values import ListingPage, OfferCard

MOST_FOUND = 200
MOST_RANKED = 500
"""So many texts are put in order: a word that stands in more of them says too little to order them all by it."""
_LONGEST_TEXT = 200
# A text in the reader's language counts before any other, a title before the text beneath it; then the shop's order.
_SQLITE = """
    SELECT o.product_id
    FROM (SELECT rowid FROM catalog_search WHERE catalog_search MATCH %s LIMIT %s) f
    JOIN catalog_searchdocument d ON d.id = f.rowid
    JOIN catalog_offer o ON o.product_id = d.product_id AND o.market = %s AND o.lead AND o.listed
    GROUP BY o.product_id, o.rank
    ORDER BY MIN(
        CASE WHEN d.language = %s THEN 0 ELSE 2 END
        + CASE WHEN d.id IN (SELECT rowid FROM catalog_search WHERE catalog_search MATCH %s) THEN 0 ELSE 1 END
    ), o.rank, o.product_id
    LIMIT %s
"""
_POSTGRESQL = """
    SELECT o.product_id
    FROM (
        SELECT product_id, language, vector FROM catalog_searchdocument WHERE vector @@ %s::tsquery LIMIT %s
    ) d
    JOIN catalog_offer o ON o.product_id = d.product_id AND o.market = %s AND o.lead AND o.listed
    GROUP BY o.product_id, o.rank
    ORDER BY MIN(
        CASE WHEN d.language = %s THEN 0 ELSE 2 END + CASE WHEN d.vector @@ %s::tsquery THEN 0 ELSE 1 END
    ), o.rank, o.product_id
    LIMIT %s
"""


@dataclass(frozen=True, kw_only=True)
class SearchQuery:
    """What is looked for in a market, by a reader of a language, after a cursor."""

    market: str
    language: str
    text: str
    after: str = ""
    size: int = 24


def search(query: SearchQuery) -> ListingPage:
    """One page of what was found. Two queries, one when nothing was found, none for a text without words.

    `total_known` is the number found unless there are more than 200. Raises BadCursor.
    """
    start = place_of(query.after, parts=1)[0] if query.after else 0
    words = query_words(query.text[:_LONGEST_TEXT])
    found = _found(query, words) if words else []
    size = max(1, min(query.size, MOST))
    shown = found[start : start + size]
    end = start + len(shown)
    return ListingPage(
        cards=_cards(query, shown),
        after=cursor_of(end) if shown and end < len(found) else "",
        total_known=len(found) if len(found) < MOST_FOUND else None,
    )


def _found(query: SearchQuery, words: Sequence[Word]) -> list[int]:
    if connection.vendor == "sqlite":
        statement, anywhere, in_title = _SQLITE, fts5(words), f"{{title}} : ({fts5(words)})"
    else:
        statement, anywhere, in_title = _POSTGRESQL, tsquery(words, ""), tsquery(words, "A")
    with connection.cursor() as cursor:
        cursor.execute(statement, [anywhere, MOST_RANKED, query.market, query.language, in_title, MOST_FOUND])
        return [row[0] for row in cursor.fetchall()]


def _cards(query: SearchQuery, product_ids: Sequence[int]) -> tuple[OfferCard, ...]:
    if not product_ids:
        return ()
    rows = Offer.objects.filter(
        market=query.market, lead=True, listed=True, product_id__in=product_ids
    ).values_list(*CARD_COLUMNS)
    cards = {card.product_id: card for card in (offer_card(row, query.language) for row in rows)}
    return tuple(cards[product] for product in product_ids if product in cards)


def fts5(words: Sequence[Word]) -> str:
    """The words as an FTS5 query: each a quoted phrase, so that none is an operator."""
    return " AND ".join(f'"{" ".join(word.terms)}"{"*" if word.prefix else ""}' for word in words)


def tsquery(words: Sequence[Word], weight: str) -> str:
    """The words as the text of a tsquery, each term quoted; `weight` A looks into titles only, "" anywhere."""
    return " & ".join(f"({' <-> '.join(_lexemes(word, weight))})" for word in words)


def _lexemes(word: Word, weight: str) -> list[str]:
    flags = ("*" if word.prefix else "") + weight
    return [f"'{term}'" + (f":{flags}" if flags else "") for term in word.terms]
