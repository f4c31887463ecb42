"""Search: what a visitor's words find in the market, as a page, as results while typing, or as more of them."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from catalog.refusals import BadCursor
from catalog.selectors.search import SearchQuery
from catalog.selectors.search import search as find
from catalog.values import ListingPage
from shop.storefront.cards import card_views
from shop.storefront.shelves import shelves
from shop.storefront.visit import StorefrontRequest

_LONGEST_TEXT = 80


@require_safe
def search(request: StorefrontRequest) -> HttpResponse:
    """Two queries at most when warm. An htmx answer is the result list, or the next cards when a place is given."""
    visit = request.visit
    text = request.GET.get("q", "").strip()[:_LONGEST_TEXT]
    after = request.GET.get("after", "")
    query = SearchQuery(market=visit.market.code, language=visit.language, text=text, after=after)
    try:
        page = find(query)
    except BadCursor as refusal:
        raise Http404(str(refusal)) from refusal
    context = {
        "search": {"text": text, "count": page.total_known, "found": bool(page.cards)},
        "categories": shelves(visit.language),
        "cards": card_views(page.cards, visit),
        "more_url": _more_url(text, page),
    }
    response = render(request, _template(request, after), context)
    patch_vary_headers(response, ["Cookie", "HX-Request"])
    patch_cache_control(response, private=True, max_age=0)
    return response


def _template(request: StorefrontRequest, after: str) -> str:
    if not request.htmx:
        return "storefront/search.html"
    return "storefront/parts/_cards.html" if after else "storefront/parts/_results.html"


def _more_url(text: str, page: ListingPage) -> str:
    return "?" + urlencode({"q": text, "after": page.after}) if page.after else ""
