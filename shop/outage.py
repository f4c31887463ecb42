"""What a request gets when something of ours failed: 503 while database or cache are out of reach or too busy, else 500."""

import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error
from redis.exceptions import RedisError

_PASSING = (OperationalError, InterfaceError, RedisError)
"""Lost connections, deadlocks, lock and statement timeouts: nothing was written, and the same request may do later."""
_RETRY_SECONDS = 5
_API = "/api/"
_PROBLEM_TYPE = "application/problem+json"


@requires_csrf_token
def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler of uncaught exceptions: the error itself is logged before, with its traceback.

    It stands here and not in a middleware, since what a middleware itself asks of database or cache fails too.
    """
    if not isinstance(sys.exc_info()[1], _PASSING):
        return server_error(request)
    response = _problem() if request.path.startswith(_API) else _page()
    response["Retry-After"] = str(_RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def _problem() -> HttpResponse:
    body = {"type": "urn:causeway:problem:unavailable", "title": "Service Unavailable", "status": 503}
    return JsonResponse(body, status=HTTPStatus.SERVICE_UNAVAILABLE, content_type=_PROBLEM_TYPE)


def _page() -> HttpResponse:
    """Rendered without a request: the context processors might ask what just failed."""
    return HttpResponse(render_to_string("503.html"), status=HTTPStatus.SERVICE_UNAVAILABLE)
