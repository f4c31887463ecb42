"""Serves product pictures: their names carry a digest of their content, so they may be kept for ever."""

import errno

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

_FOREVER = "public, max-age=31536000, immutable"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One file below MEDIA_ROOT; never a listing, and nothing a browser could run.

    Raises Http404 alike for a name that is not there, leads outside or is longer than a name may be.
    """
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except SuspiciousFileOperation as outside:
        raise Http404 from outside
    except OSError as refused:
        if refused.errno == errno.ENAMETOOLONG:
            raise Http404 from refused
        raise
    if isinstance(response, FileResponse):
        response["Cache-Control"] = _FOREVER
        response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
