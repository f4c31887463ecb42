"""The two questions an orchestrator asks: is the process alive, and may it take traffic."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Alive: answers without touching anything, so that a slow database does not get web processes killed."""
    return HttpResponse("ok", content_type="text/plain")
