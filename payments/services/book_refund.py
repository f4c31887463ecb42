"""A refund happened at the gateway: settle the wish and write it into the journal."""

from collections import Counter
from collections.abc import Mapping

from django.db.models import Sum

from localization.lifecycle import move_to
from payments.ledger import payable, receivable, refund_lines, spread
from payments.models import Payment, Posting, Refund
from payments.services.post_entry import post_entry
from payments.services.send_to_review import send_to_review
from payments.states import WishState


def book_refund(payment: Payment, refund: Refund) -> None:
    """Settle one refund of a locked payment: from the shares it names, else from all parties in proportion."""
    post_entry(
        key=f"refund:{refund.pk}",
        kind="refund",
        payment=payment,
        lines=refund_lines(payment.gateway, payment.currency, _parts(payment, refund)),
    )
    if refund.state == WishState.REFUSED:
        payment.refund_asked_minor += refund.minor
    payment.refunded_minor += refund.minor
    payment.save(update_fields=["refunded_minor", "refund_asked_minor"])
    move_to(refund, WishState.DONE)


def _parts(payment: Payment, refund: Refund) -> Mapping[str, int]:
    held = _held(payment)
    wanted: Counter[str] = Counter()
    for share in refund.shares:
        wanted[payable(share["account"], share["party"])] += share["minor"]
    if wanted and all(held.get(account, 0) >= minor for account, minor in wanted.items()):
        return wanted
    if wanted:
        # The money is gone already, so it is booked; from whom it should have come is a person's decision.
        send_to_review(payment, "refund_shares")
    return spread(refund.minor, payment.currency, held)


def _held(payment: Payment) -> dict[str, int]:
    """What is still held for each party of the payment, in minor units."""
    rows = (
        Posting.objects.filter(entry__payment=payment)
        .exclude(account=receivable(payment.gateway))
        .order_by("account")
        .values_list("account")
        .annotate(Sum("minor"))
    )
    return {account: -minor for account, minor in rows if minor < 0}
