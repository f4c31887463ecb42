"""What every checkout view begins with: the caller, their draft and their cart; and how it shows a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from localization.refusals import Refusal
from orders.refusals import QuoteNotFound
from orders.selectors.quote_view import quote_view
from orders.values.pages import QuoteView
from shop.storefront.caller import Caller, caller_of
from shop.storefront.checkout.draft import Draft, draft_of
from shop.storefront.checkout.steps import steps
from shop.storefront.checkout.ways import problem
from shop.storefront.private_page import private_page
from shop.storefront.visit import StorefrontRequest, Visit


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One checkout request: who asks, in which market, and what they have said so far."""

    request: StorefrontRequest
    caller: Caller
    draft: Draft

    @property
    def visit(self) -> Visit:
        """The market and language."""
        return self.request.visit

    def quote(self) -> QuoteView:
        """The quote of the draft. Raises QuoteNotFound while there is none."""
        if self.draft.quote_id is None:
            raise QuoteNotFound
        return quote_view(self.draft.quote_id, self.visit.language, cart_token=self.caller.cart_token)

    def show(self, step: str, context: Mapping[str, Any], no: Refusal | None = None) -> HttpResponse:
        """The page of a step; a refusal comes with its words, the way on and its status."""
        found = problem(no, self.visit) if no else None
        return render(
            self.request,
            f"storefront/{step}.html",
            {"steps": steps(step, self.draft, self.visit), "problem": found, **context},
            status=found.status if found else HTTPStatus.OK,
        )

    def go(self, name: str, **places: Any) -> HttpResponseRedirect:
        """303 to another page of the visit."""
        response = HttpResponseRedirect(self.visit.url(name, **places))
        response.status_code = HTTPStatus.SEE_OTHER
        return response


def at_desk(view: Callable[[Desk], HttpResponse]) -> Callable[[StorefrontRequest], HttpResponse]:
    """A checkout view: private, at a desk. Whoever comes without what the step needs is led to where it is asked."""

    @private_page
    @wraps(view)
    def answer(request: StorefrontRequest) -> HttpResponse:
        desk = Desk(request=request, caller=caller_of(request), draft=draft_of(request, request.visit))
        try:
            return view(desk)
        except QuoteNotFound:
            return desk.go("checkout_address")

    return answer
