"""The pages a buyer looks for before trusting a shop: how the price works, who sells, terms, privacy."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.selectors.merchants import sellers
from shop.storefront.page_cache import shared_page
from shop.storefront.visit import StorefrontRequest

_FACTS: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "price": dict,
    "seller": lambda: {"sellers": sellers()},
    "terms": dict,
    "privacy": dict,
}


@require_safe
@shared_page
def information(request: StorefrontRequest, topic: str) -> HttpResponse:
    """One topic; two queries for the sellers, none for the others. 404 for a topic we do not have."""
    if topic not in _FACTS:
        raise Http404(topic)
    context = {"here": topic, "operator": settings.OPERATOR, **_FACTS[topic]()}
    return render(request, f"storefront/information/{topic}.html", context)
