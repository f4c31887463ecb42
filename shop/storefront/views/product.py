"""The product page, and its offer alone when another variant is chosen."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.refusals import NotListed
from catalog.selectors.product_page import product_page
from shop.storefront.page_cache import shared_page
from shop.storefront.piece import piece_view
from shop.storefront.shelves import shelves
from shop.storefront.visit import StorefrontRequest


@require_safe
@shared_page
def product(request: StorefrontRequest, handle: str) -> HttpResponse:
    """?variant=<id> chooses; an unknown one is the lead. An htmx answer is the offer part. 404 where not for sale."""
    visit = request.visit
    try:
        page = product_page(visit.market.code, visit.language, handle)
    except NotListed as refusal:
        raise Http404(str(refusal)) from refusal
    context = {
        "piece": piece_view(page, request.GET.get("variant", ""), visit),
        "categories": shelves(visit.language),
    }
    template = "storefront/parts/_offer.html" if request.htmx else "storefront/product.html"
    return render(request, template, context)
