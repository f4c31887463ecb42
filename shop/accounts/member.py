"""The door to an account: pages for whoever is signed in, everybody else is asked to sign in and comes back."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse

from shop.accounts.models import User
from shop.storefront.private_page import private_page
from shop.storefront.visit import StorefrontRequest

Places = ParamSpec("Places")


class MemberRequest(StorefrontRequest):
    """A request of somebody who is signed in."""

    user: User


View = Callable[Concatenate[MemberRequest, Places], HttpResponse]


def member_page(view: View[Places]) -> Callable[Concatenate[StorefrontRequest, Places], HttpResponse]:
    """A private page of the account. What was typed before signing in is not carried on: the page is asked for anew."""

    @private_page
    @wraps(view)
    def answer(request: StorefrontRequest, /, *args: Places.args, **kwargs: Places.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(
                request.get_full_path() if request.method == "GET" else request.visit.url("account")
            )
        return view(cast(MemberRequest, request), *args, **kwargs)

    return answer
