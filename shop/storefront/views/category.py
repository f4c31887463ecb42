"""A category: its pieces in the shop's order, page after page."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.refusals import BadCursor
from catalog.selectors.listing import ListingQuery, listing
from shop.storefront.cards import card_views
from shop.storefront.page_cache import shared_page
from shop.storefront.shelves import shelves
from shop.storefront.visit import StorefrontRequest


@require_safe
@shared_page
def category(request: StorefrontRequest, code: str) -> HttpResponse:
    """One query when warm. An htmx answer is the next cards only. 404 for an unknown category or place in the list."""
    visit = request.visit
    found = next((shelf for shelf in shelves(visit.language) if shelf.code == code), None)
    if found is None:
        raise Http404(code)
    query = ListingQuery(
        market=visit.market.code, language=visit.language, category=code, after=request.GET.get("after", "")
    )
    try:
        page = listing(query)
    except BadCursor as refusal:
        raise Http404(str(refusal)) from refusal
    template = "storefront/parts/_cards.html" if request.htmx else "storefront/category.html"
    context = {
        "category": found,
        "categories": shelves(visit.language),
        "cards": card_views(page.cards, visit),
        "more_url": f"?after={page.after}" if page.after else "",
    }
    return render(request, template, context)
