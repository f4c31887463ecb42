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
from localization.languages import LANGUAGES

MOST_FOUND = 200
_LONGEST_TEXT = 200
_FOREIGN = len(LANGUAGES) - 1
# A text in the reader's language counts before any other, a title before the text beneath it; then the shop's order. Other
# languages are only asked while the reader's own has room. Each part ends at a number of texts, so that a word that stands
# everywhere costs no more in a large shop than in a small one: which of its many pieces are shown is then left open.
_FOUND = """
    WITH own AS (
        SELECT o.product_id, o.rank, CASE WHEN {in_title} THEN 0 ELSE 1 END AS place
        FROM {documents} {join} catalog_offer o
        ON o.product_id = d.product_id AND o.market = %(market)s AND o.lead AND o.listed
        WHERE {anywhere} AND d.language = %(language)s
        LIMIT %(most)s
    ), others AS (
        SELECT o.product_id, o.rank, CASE WHEN {in_title} THEN 2 ELSE 3 END AS place
        FROM {documents} {join} catalog_offer o
        ON o.product_id = d.product_id AND o.market = %(market)s AND o.lead AND o.listed
        WHERE {anywhere} AND d.language <> %(language)s
        AND (SELECT count(*) FROM own) < %(most)s
        AND d.product_id NOT IN (SELECT product_id FROM own)
        LIMIT %(most_foreign)s
    )
    SELECT product_id FROM (SELECT * FROM own UNION ALL SELECT * FROM others) AS found
    GROUP BY product_id, rank ORDER BY MIN(place), rank, product_id LIMIT %(most)s
"""
_STATEMENTS = {
    "sqlite": _FOUND.format(
        documents="catalog_search CROSS JOIN catalog_searchdocument d ON d.id = catalog_search.rowid",
        join="CROSS JOIN",
        anywhere="catalog_search MATCH %(anywhere)s",
        in_title="d.id IN (SELECT rowid FROM catalog_search WHERE catalog_search MATCH %(in_title)s)",
    ),
    "postgresql": _FOUND.format(
        documents="catalog_searchdocument d",
        join="JOIN",
        anywhere="d.vector @@ %(anywhere)s::tsquery",
        in_title="d.vector @@ %(in_title)s::tsquery",
    ),
}


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

    `total_known` is the number found, None from 200 on. Raises BadCursor.
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
    lite = connection.vendor == "sqlite"
    wanted: dict[str, str | int] = {
        "anywhere": fts5(words) if lite else tsquery(words, ""),
        "in_title": f"{{title}} : ({fts5(words)})" if lite else tsquery(words, "A"),
        "market": query.market,
        "language": query.language,
        "most": MOST_FOUND,
        "most_foreign": MOST_FOUND * _FOREIGN,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENTS[connection.vendor], wanted)
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
