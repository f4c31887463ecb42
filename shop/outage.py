"""What a request gets when something of ours failed: 503 while database or cache are out of reach or too busy, else 500."""

import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.csrf import requires_csrf_token
from redis.exceptions import RedisError

from localization.languages import Language
from shop.storefront.market import language_of

_PASSING = (OperationalError, InterfaceError, RedisError)
"""Lost connections, deadlocks, lock and statement timeouts: nothing was written, and the same request may do later."""
_RETRY_SECONDS = 5
_API = "/api/"
_PROBLEM_TYPE = "application/problem+json"
_PROBLEMS = {
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "unavailable",
        _("The shop is busier than it can bear. It is safe to try the same again in a few seconds."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: ("failed", _("Something broke on our side")),
}


@requires_csrf_token
def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler of uncaught exceptions: the error itself is logged before, with its traceback.

    It stands here and not in a middleware, since what a middleware itself asks of database or cache fails too.
    """
    passing = isinstance(sys.exc_info()[1], _PASSING)
    status = HTTPStatus.SERVICE_UNAVAILABLE if passing else HTTPStatus.INTERNAL_SERVER_ERROR
    speech = language_of(request)
    with override(speech.django_code):
        response = _problem(status) if request.path.startswith(_API) else _page(status, speech)
    response["Cache-Control"] = "no-store"
    if passing:
        response["Retry-After"] = str(_RETRY_SECONDS)
    return response


def _problem(status: HTTPStatus) -> HttpResponse:
    code, title = _PROBLEMS[status]
    body = {"type": f"urn:causeway:problem:{code}", "title": str(title), "status": status}
    return JsonResponse(body, status=status, content_type=_PROBLEM_TYPE)


def _page(status: HTTPStatus, speech: Language) -> HttpResponse:
    """Rendered without a request: the context processors might ask what just failed."""
    return HttpResponse(render_to_string(f"{status}.html", {"speech": speech}), status=status)
