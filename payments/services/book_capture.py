"""A capture happened at the gateway: settle the wish and write it into the journal."""

from collections import Counter

from django.db.models import Sum

from localization.lifecycle import move_to
from payments.ledger import capture_lines, payable, spread
from payments.models import Capture, Payment, Posting
from payments.services.post_entry import post_entry
from payments.states import WishState


def book_capture(payment: Payment, capture: Capture) -> None:
    """Settle one capture of a locked payment; each party's share comes out of what it was not yet credited."""
    parts = spread(capture.minor, payment.currency, _not_yet_credited(payment))
    post_entry(
        key=f"capture:{capture.pk}",
        kind="capture",
        payment=payment,
        lines=capture_lines(payment.gateway, payment.currency, parts),
    )
    if capture.state == WishState.REFUSED:
        payment.capture_asked_minor += capture.minor
    payment.captured_minor += capture.minor
    payment.save(update_fields=["captured_minor", "capture_asked_minor"])
    move_to(capture, WishState.DONE)


def _not_yet_credited(payment: Payment) -> dict[str, int]:
    left: Counter[str] = Counter()
    for part in payment.allocations.all():
        left[payable(part.account, part.party)] += part.minor
    booked = (
        Posting.objects.filter(entry__payment=payment, entry__kind="capture", account__in=list(left))
        .values_list("account")
        .annotate(Sum("minor"))
    )
    for account, minor in booked:
        left[account] += minor
    return dict(left)
