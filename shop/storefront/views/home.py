"""The home page: one piece and its route, the categories, and a shelf of each workshop."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.selectors.listing import MOST, ListingQuery, listing
from catalog.values import OfferCard
from shop.storefront.cards import card_view, workshops
from shop.storefront.page_cache import shared_page
from shop.storefront.route import whole_route
from shop.storefront.shelves import shelves
from shop.storefront.visit import StorefrontRequest, Visit

_SHELF = 4


@require_safe
@shared_page
def home(request: StorefrontRequest) -> HttpResponse:
    """One query when warm: the listing."""
    visit = request.visit
    page = listing(ListingQuery(market=visit.market.code, language=visit.language, size=MOST))
    featured = _featured(page.cards, visit)
    return render(
        request,
        "storefront/home.html",
        {
            "categories": shelves(visit.language),
            "featured": card_view(featured, visit) if featured else None,
            "featured_stops": whole_route(featured, visit) if featured else (),
            "workshops": workshops((card for card in page.cards if card is not featured), visit, most=_SHELF),
        },
    )


def _featured(cards: Sequence[OfferCard], visit: Visit) -> OfferCard | None:
    """The first piece with a picture that can be had now, from abroad if there is one: the route is what we are about."""
    ready = [card for card in cards if card.in_stock and card.picture and not card.refusal]
    abroad = (card for card in ready if card.origin_country != visit.country)
    return next(abroad, ready[0] if ready else None)
