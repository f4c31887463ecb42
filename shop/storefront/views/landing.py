"""The root of the site: leads to the suggested market and language, which the visitor may change on any page."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from shop.storefront.market import visit_for

_RETRY_SECONDS = 60


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """302 to the home page of the suggested visit; 503 while no market is loaded."""
    visit = visit_for(request)
    if visit is None:
        return _not_open(request)
    response = redirect(visit.base)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _not_open(request: HttpRequest) -> HttpResponse:
    response = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(_RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
