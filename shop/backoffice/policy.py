"""The back office's own headers: its content policy, and no copy of its pages in any cache."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_PREFIX = "/admin/"


class BackofficePolicyMiddleware:
    """Alpine, which the admin theme is built on, evaluates expressions; the storefront's stricter policy forbids that."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(_PREFIX):
            response["Content-Security-Policy"] = settings.BACKOFFICE_CONTENT_SECURITY_POLICY
            response["Cache-Control"] = "no-store"
        return response
