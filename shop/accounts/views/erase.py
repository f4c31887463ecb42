"""Erasing an account, confirmed with the password."""

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from localization.refusals import Refusal
from shop.accounts.member import MemberRequest, member_page
from shop.accounts.refusals import WrongPassword
from shop.accounts.services.erase_account import erase_account
from shop.storefront.caller import count_pieces


@require_http_methods(["GET", "POST"])
@member_page
def erase(request: MemberRequest) -> HttpResponse:
    """GET says what goes and what stays; POST password erases and signs out. Wrong passwords count as failed sign-ins."""
    if request.method != "POST":
        return _shown(request)
    try:
        _confirm(request)
        erase_account(user_id=request.user.pk)
    except Refusal as no:
        return _shown(request, no)
    logout(request)
    response = redirect(request.visit.base)
    count_pieces(response, 0)
    return response


def _confirm(request: MemberRequest) -> None:
    try:
        right = get_adapter(request).reauthenticate(request.user, request.POST.get("password", ""))
    except ValidationError:
        # Too many wrong ones: told in the same words.
        right = False
    if not right:
        raise WrongPassword


def _shown(request: MemberRequest, no: Refusal | None = None) -> HttpResponse:
    context = {"here": "account_profile", "refused": str(no) if no else ""}
    return render(request, "storefront/account_erase.html", context, status=no.status if no else 200)
