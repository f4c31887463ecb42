"""The address book: looking at it, adding, changing and deleting."""

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from localization.addresses import Address, BadAddress
from localization.refusals import Refusal
from shop.accounts.member import MemberRequest, member_page
from shop.accounts.refusals import AddressNotFound
from shop.accounts.selectors import saved_address, saved_addresses
from shop.accounts.services.change_address import change_address
from shop.accounts.services.delete_address import delete_address
from shop.accounts.services.save_address import save_address
from shop.storefront.checkout.address_page import address_page, blank_address, checked_address, typed_address


@require_safe
@member_page
def addresses(request: MemberRequest) -> HttpResponse:
    """Every address of the book."""
    context = {"here": "account_addresses", "book": saved_addresses(request.user.pk)}
    return render(request, "storefront/account_addresses.html", context)


@require_http_methods(["GET", "POST"])
@member_page
def address_add(request: MemberRequest) -> HttpResponse:
    """GET asks in the fields of the market's country; POST saves and leads back to the book."""
    user = request.user
    if request.method != "POST":
        return _asked(request, blank_address(request.visit, user.email))
    return _written(request, lambda address: save_address(user_id=user.pk, address=address))


@require_http_methods(["GET", "POST"])
@member_page
def address_change(request: MemberRequest, address_id: int) -> HttpResponse:
    """The same for an address of the book; 404 for one that is not in it."""
    user = request.user
    try:
        known = saved_address(user.pk, address_id).address
    except AddressNotFound as no:
        raise Http404(str(no)) from no
    if request.method != "POST":
        return _asked(request, known)
    return _written(
        request, lambda address: change_address(user_id=user.pk, address_id=address_id, address=address)
    )


@require_POST
@member_page
def address_delete(request: MemberRequest, address_id: int) -> HttpResponse:
    """Delete and go back to the book; 404 for an address that is not in it."""
    try:
        delete_address(user_id=request.user.pk, address_id=address_id)
    except AddressNotFound as no:
        raise Http404(str(no)) from no
    return redirect(request.visit.url("account_addresses"))


def _written(request: MemberRequest, write: Callable[[Address], object]) -> HttpResponse:
    address = typed_address(request.POST.dict(), request.visit)
    if "country_only" in request.POST or request.htmx:
        return _asked(request, address)
    try:
        write(checked_address(replace(address, email=address.email or request.user.email)))
    except Refusal as no:
        return _asked(request, address, no)
    return redirect(request.visit.url("account_addresses"))


def _asked(request: MemberRequest, address: Address, no: Refusal | None = None) -> HttpResponse:
    errors = no.errors if isinstance(no, BadAddress) else None
    context = {
        "here": "account_addresses",
        "form": address_page(address, request.visit, errors),
        "refused": "" if no is None or errors else str(no),
    }
    part = "storefront/parts/_address_fields.html"
    template = part if request.htmx else "storefront/account_address.html"
    return render(request, template, context, status=no.status if no else 200)
