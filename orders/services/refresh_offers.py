"""Refresh offers: what one unit of each variant costs at a door in each market, stored for the list pages."""

from collections.abc import Iterator, Sequence

from catalog.selectors.variants import variant_facts
from catalog.selectors.variants_of import variant_ids_of
from catalog.services.store_offers import store_offers
from catalog.values import OfferFigures, VariantFacts
from localization import clock
from localization.places import territory_of
from localization.refusals import Refusal
from localization.selectors import markets
from orders.offering import offer_figures, refused_figures
from orders.quoting import Destination, Rules, WantedLine
from orders.selectors.gathering import rules_for, wanted_parcels

_CHUNK = 250


def refresh_offers(product_ids: Sequence[int]) -> int:
    """Price every variant of these products in every market; says how many offers were stored.

    A variant that cannot be quoted somewhere gets an offer that says why. Works in bounded chunks, so that a whole
    catalogue neither fills the memory nor holds a lock for long.
    """
    stored = 0
    everywhere = [rules_for(market) for market in markets()]
    for chunk in _chunks(variant_ids_of(product_ids)):
        facts = variant_facts(chunk).values()
        figures = [_figures(variant, rules) for rules in everywhere for variant in facts]
        store_offers(figures)
        stored += len(figures)
    return stored


def _figures(facts: VariantFacts, rules: Rules) -> OfferFigures:
    country, now = rules.market.home_country, clock.now()
    to = Destination(territory=territory_of(country), country=country)
    try:
        (unit,) = wanted_parcels((WantedLine(facts, 1),), to=to.territory, rules=rules, chosen={})
        return offer_figures(unit, to=to, rules=rules, at=now)
    except Refusal as no:
        return refused_figures(facts, no, rules=rules, at=now)


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
