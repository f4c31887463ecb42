"""The floor of reading: what a bare Django view on the same server needs for a list, and for a page kept in Redis."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from catalog.models import Offer

_PAGE = "bench:page"
_COLUMNS = (
    "handle",
    "titles__de",
    "merchant_name",
    "picture",
    "picture_alts__de",
    "tint",
    "delivered",
    "currency",
)


def cards(request: HttpRequest) -> HttpResponse:
    """24 cards of one category from one indexed SELECT."""
    rows = Offer.objects.filter(
        market="de", category_code=request.GET["category"], lead=True, listed=True
    ).order_by("rank", "id")
    found = [dict(zip(_COLUMNS, row, strict=True)) for row in rows.values_list(*_COLUMNS)[:24]]
    return render(request, "floor_list.html", {"cards": found})


def kept_page(request: HttpRequest) -> HttpResponse:
    """A page read whole from Redis."""
    return HttpResponse(cache.get(_PAGE))


def keep_page(request: HttpRequest) -> HttpResponse:
    """Keep a page of so many bytes."""
    cache.set(_PAGE, b"x" * int(request.GET["size"]), timeout=None)
    return HttpResponse()


def samples(request: HttpRequest) -> JsonResponse:
    """A category, pieces of it, and a word of a title: the same in every database, since copies come after them."""
    category = (
        Offer.objects.filter(market="de", lead=True).order_by("id").values_list("category_code", flat=True)[0]
    )
    shelf = Offer.objects.filter(market="de", lead=True, listed=True, category_code=category, refusal="")
    handles = list(shelf.order_by("rank", "id").values_list("handle", flat=True)[:24])
    title = shelf.order_by("rank", "id").values_list("titles__de", flat=True)[0]
    return JsonResponse({"category": category, "handles": handles, "word": title.split()[-1]})
