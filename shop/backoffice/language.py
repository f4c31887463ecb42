"""The language of the back office: chosen in its menu, kept where the storefront keeps the visitor's choice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from localization.languages import BY_DJANGO_CODE, DEFAULT
from shop.storefront.suggestion import CHOICE_COOKIE

_YEAR_SECONDS = 365 * 24 * 3600


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language beside the market of the last visit, and go back to where one was."""
    market, _, _ = request.COOKIES.get(CHOICE_COOKIE, "").partition("-")
    language = BY_DJANGO_CODE.get(request.POST.get("language", ""), DEFAULT).code
    target = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    answer = redirect(target if here else "admin:index")
    answer.set_cookie(
        CHOICE_COOKIE,
        f"{market}-{language}",
        max_age=_YEAR_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return answer
