"""The customer's profile, and everything we know of them as a file."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from localization.languages import LANGUAGES
from shop.accounts.member import MemberRequest, member_page
from shop.accounts.refusals import BadProfile, CardNumberAsName
from shop.accounts.services.change_profile import change_profile
from shop.accounts.services.export_account import export_account


@require_http_methods(["GET", "POST"])
@member_page
def profile(request: MemberRequest) -> HttpResponse:
    """GET shows name and language; POST writes them."""
    user, name = request.user, request.POST.get("name", request.user.name)
    refused, shown = "", name
    if request.method == "POST":
        try:
            change_profile(user_id=user.pk, name=name, language=request.POST.get("language", ""))
        except (BadProfile, CardNumberAsName) as no:
            refused, shown = str(no), "" if isinstance(no, CardNumberAsName) else name
        else:
            messages.success(request, _("Saved."))
            return redirect(request.visit.url("account_profile"))
    context = {
        "here": "account_profile",
        "name": shown,
        "chosen": user.language or request.visit.language,
        "languages": LANGUAGES,
        "refused": refused,
    }
    return render(
        request, "storefront/account_profile.html", context, status=BadProfile.status if refused else 200
    )


@require_safe
@member_page
def export(request: MemberRequest) -> HttpResponse:
    """Profile, addresses, cart and orders as a JSON file."""
    response = JsonResponse(
        export_account(user_id=request.user.pk), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="causeway-data.json"'
    return response
