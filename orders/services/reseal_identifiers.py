"""Seals buyers' identifiers anew, under the first of the field keys."""

from django.db import transaction

from localization.sealed import fingerprint, reseal, unseal
from orders.models import BuyerIdentifier
from orders.selectors.identifiers import PURPOSE

_BATCH = 500


@transaction.atomic
def reseal_identifiers() -> int:
    """Says how many. Raises CannotUnseal, and then changed nothing, when a key that sealed one is missing.

    Fingerprints follow; those of erased identifiers cannot, and count no more once their key is gone.
    """
    rows = list(BuyerIdentifier.objects.select_for_update().filter(erased_at=None))
    for row in rows:
        row.sealed = reseal(row.sealed)
        row.digest = fingerprint(unseal(row.sealed, purpose=PURPOSE), purpose=PURPOSE)
    BuyerIdentifier.objects.bulk_update(rows, ["sealed", "digest"], batch_size=_BATCH)
    return len(rows)
