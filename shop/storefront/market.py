"""Where country, currency and language of a visit are chosen: the first two parts of the path."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse


class MarketMiddleware:
    """Reads /<market>/<language>/ of the path, activates the language and puts `request.visit`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


def visit_context(request: HttpRequest) -> dict[str, Any]:
    """The visit, for templates."""
    return {}
