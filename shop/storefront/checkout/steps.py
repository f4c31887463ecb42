"""The steps of checkout, in order, as the line on top of each page shows them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from shop.storefront.checkout.draft import Draft
from shop.storefront.visit import Visit

_STEPS: tuple[tuple[str, str | Promise], ...] = (
    ("checkout_address", _("Address")),
    ("checkout_delivery", _("Delivery")),
    ("checkout_payment", _("Payment")),
    ("checkout_review", pgettext_lazy("step of the checkout", "Review")),
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: its name, its address where it can be gone to ("" where not), and whether the reader is there."""

    label: str
    url: str
    here: bool
    done: bool


def steps(here: str, draft: Draft, visit: Visit) -> tuple[Step, ...]:
    """Every step; those behind the reader are links, and so are those ahead whose ground is laid."""
    names = [name for name, _label in _STEPS]
    reached = names.index(_furthest(draft))
    at = names.index(here)
    return tuple(
        Step(
            label=str(label),
            url=visit.url(name) if index <= reached and index != at else "",
            here=index == at,
            done=index < at,
        )
        for index, (name, label) in enumerate(_STEPS)
    )


def _furthest(draft: Draft) -> str:
    if draft.quote_id is None:
        return "checkout_address"
    return "checkout_review" if draft.terms else "checkout_payment"
