"""The doors providers knock at: raw body in, status out; what a message means is decided further down."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from localization.outside import BadSignature
from localization.refusals import Refusal
from logistics.services.receive_notice import receive_notice
from logistics.services.receive_scan import receive_scan
from payments.services.receive_notification import receive_notification

_LARGEST_BODY = 256 * 1024
_log = structlog.get_logger(__name__)
Receive = Callable[..., Any]


@csrf_exempt
@require_POST
def payments(request: HttpRequest, gateway: str) -> HttpResponse:
    """A payment gateway's message."""
    return _take(request, partial(receive_notification, gateway=gateway))


@csrf_exempt
@require_POST
def tracking(request: HttpRequest, carrier: str) -> HttpResponse:
    """A carrier's message."""
    return _take(request, partial(receive_scan, carrier=carrier))


@csrf_exempt
@require_POST
def customs(request: HttpRequest, office: str) -> HttpResponse:
    """A customs office's message."""
    return _take(request, partial(receive_notice, office=office))


def _take(request: HttpRequest, receive: Receive) -> HttpResponse:
    """200 once the message is stored; 413 when it is too long; a refusal's own status (404, 400) otherwise."""
    body = _body(request)
    if body is None:
        return HttpResponse(status=413)
    headers: Mapping[str, str] = dict(request.headers)
    try:
        receive(headers=headers, body=body)
    except BadSignature as error:
        # A forger, a wrong secret or a clock that runs wrong: somebody should see it.
        _log.warning("webhook_signature_refused", path=request.path, why=str(error))
        return HttpResponse("bad_signature", status=400, content_type="text/plain")
    except Refusal as refusal:
        return HttpResponse(refusal.code, status=refusal.status, content_type="text/plain")
    return HttpResponse(status=200)


def _body(request: HttpRequest) -> bytes | None:
    """The raw body, None when it is longer than we take; not more than that is read."""
    body = request.read(_LARGEST_BODY + 1)
    return None if len(body) > _LARGEST_BODY else body
