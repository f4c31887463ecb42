"""Release expired holds: promises whose moment has passed go back to the shelf."""

from catalog.models import StockHold
from catalog.services.release_stock import release_stock
from catalog.states import HoldState
from localization import clock


def release_expired_holds(*, limit: int = 500) -> int:
    """Release holds that have run out, at most `limit` references at a time; answers how many were released."""
    now = clock.now()
    references = list(
        StockHold.objects.filter(state=HoldState.HELD, until__lte=now)
        .order_by("reference")
        .values_list("reference", flat=True)
        .distinct()[:limit]
    )
    for reference in references:
        release_stock(reference=reference, reason="expired", expired_by=now)
    return len(references)
