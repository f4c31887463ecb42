"""Extend a hold: the pieces stay promised until a later moment."""

from datetime import datetime

from django.db import transaction

from catalog.models import StockHold
from catalog.refusals import HoldLapsed
from catalog.states import HoldState


def extend_hold(*, reference: str, until: datetime) -> None:
    """Keep what is held for `reference` until `until`; an earlier moment than before changes nothing.

    Raises HoldLapsed when some of it went back to the shelf, or nothing was ever held.
    """
    with transaction.atomic():
        holds = list(StockHold.objects.select_for_update().filter(reference=reference).order_by("variant_id"))
        if not holds or any(hold.state == HoldState.RELEASED for hold in holds):
            raise HoldLapsed(reference=reference)
        later = [hold.pk for hold in holds if hold.state == HoldState.HELD and hold.until < until]
        StockHold.objects.filter(pk__in=later).update(until=until)
