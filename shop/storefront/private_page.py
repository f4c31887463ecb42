"""Pages that belong to one person: kept by no cache and no search engine, their address told to no other site."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers

from shop.storefront.visit import StorefrontRequest

Places = ParamSpec("Places")
View = Callable[Concatenate[StorefrontRequest, Places], HttpResponse]


def private_page(view: View[Places]) -> View[Places]:
    """Answer a view with `no-store` and `noindex`.

    `same-origin` keeps the address of an order, which is its key, from other sites, and still lets our own forms prove
    where they come from; `no-referrer` would not.
    """

    @wraps(view)
    def answer(request: StorefrontRequest, /, *args: Places.args, **kwargs: Places.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"
        return response

    return answer
