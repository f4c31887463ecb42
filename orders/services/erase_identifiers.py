"""Erases buyers' identifiers whose time is over."""

from django.db import transaction
from django.db.models import Max

from localization import clock
from orders.models import BuyerIdentifier
from orders.periods import IDENTIFIER_KEPT
from orders.services._identifying import forget_identifiers
from orders.states import FINAL

_BATCH = 500


def erase_identifiers(*, limit: int = _BATCH) -> int:
    """Erase at most `limit` identifiers of orders that came to their end 30 days ago or earlier; says how many.

    Fingerprints that count towards a yearly allowance go a month after the calendar year of their order.
    """
    now = clock.now()
    over = (
        BuyerIdentifier.objects.filter(erased_at=None, order__state__in=FINAL)
        .annotate(ended_at=Max("order__history__at"))
        .filter(ended_at__lte=now - IDENTIFIER_KEPT)
        .order_by("pk")
        .values_list("pk", flat=True)[:limit]
    )
    with transaction.atomic():
        count = forget_identifiers(BuyerIdentifier.objects.filter(pk__in=list(over)))
    # A month longer than the year, since its returns give back what they used of it.
    year = (now - IDENTIFIER_KEPT).year
    past = BuyerIdentifier.objects.filter(order__placed_at__year__lt=year).exclude(erased_at=None)
    past.exclude(digest="").update(digest="")
    return count
