"""Write one entry into the journal: the only door to it."""

from collections.abc import Sequence

from django.db import transaction

from localization import clock
from payments.ledger import Line, check_balanced
from payments.models import JournalEntry, Payment, Posting


@transaction.atomic
def post_entry(*, key: str, kind: str, payment: Payment, lines: Sequence[Line]) -> None:
    """Book `lines` under `key`; a key that is in the journal already is not booked twice.

    Raises payments.ledger.Unbalanced when the lines do not add up to zero in each currency.
    """
    check_balanced(lines)
    entry, created = JournalEntry.objects.get_or_create(
        key=key, defaults={"kind": kind, "payment": payment, "booked_at": clock.now()}
    )
    if created:
        Posting.objects.bulk_create(
            Posting(entry=entry, account=line.account, currency=line.currency, minor=line.minor)
            for line in lines
        )
