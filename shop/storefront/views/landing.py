"""The root of the site: leads to the suggested market and language, which the visitor may change on any page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from localization.selectors import markets
from shop.storefront.suggestion import suggested_visit


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """302 to the home page of the suggested visit."""
    response = redirect(suggested_visit(request, markets()).base)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
