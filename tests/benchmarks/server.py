"""The WSGI application of the benchmark: the real shop, and under /floor/ a bare Django without any middleware."""

import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import override_settings

Environ = dict[str, Any]
Start = Callable[..., Any]


class _BareHandler(WSGIHandler):
    """Says how long an answer is, as the shop's middleware does: a kept connection needs it."""

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        response = super().get_response(request)
        if isinstance(response, HttpResponse):
            response.headers["Content-Length"] = str(len(response.content))
        return response


_shop = get_wsgi_application()
with override_settings(MIDDLEWARE=[]):
    _floor = _BareHandler()


def application(environ: Environ, start_response: Start) -> Iterable[bytes]:
    """Answer a request; with a header `X-Count` the answer says in `X-Queries` how many statements it ran."""
    handler = _floor if environ["PATH_INFO"].startswith("/floor/") else _shop
    if "HTTP_X_COUNT" not in environ:
        return handler(environ, start_response)
    return _counted(handler, environ, start_response)


def _counted(handler: WSGIHandler, environ: Environ, start_response: Start) -> Iterable[bytes]:
    statements: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        statements.append(sql)
        return execute(sql, *arguments)

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [*headers, ("X-Queries", str(len(statements)))], *rest)

    with connection.execute_wrapper(note):
        return handler(environ, start)
