"""Prove that the books hold: every invariant of payments and journal, with the rows that break it."""

from collections.abc import Callable, Iterator, Mapping

from django.db import connection, transaction
from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext_noop

from payments.ledger import receivable
from payments.models import Capture, JournalEntry, Payment, PaymentAllocation, Posting, Refund
from payments.states import PaymentState, WishState
from payments.values import Broken

_UNPAID = (
    PaymentState.NEW,
    PaymentState.STARTED,
    PaymentState.UNKNOWN,
    PaymentState.DECLINED,
    PaymentState.AUTHORIZED,
    PaymentState.VOID_ASKED,
    PaymentState.VOIDED,
    PaymentState.UNDER_REVIEW,
)
_PAID = (
    PaymentState.PARTIALLY_CAPTURED,
    PaymentState.CAPTURED,
    PaymentState.PARTIALLY_REFUNDED,
    PaymentState.REFUNDED,
)


def prove_books() -> tuple[Broken, ...]:
    """One row per invariant, from one consistent look; its `rows` are empty when it holds.

    The look is a transaction of its own; inside a caller's, it sees what the caller's sees.
    """
    begins = not connection.in_atomic_block
    with transaction.atomic():
        if begins:
            _freeze_the_view()
        return tuple(Broken(rule=rule, rows=tuple(check())) for rule, check in _RULES.items())


def _freeze_the_view() -> None:
    """PostgreSQL shows each statement the latest commits unless told otherwise; SQLite's transaction is a snapshot."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _entries_balance() -> Iterator[str]:
    unequal = Posting.objects.order_by().values("entry__key", "currency").annotate(sum=Sum("minor"))
    for row in unequal.exclude(sum=0):
        yield f"entry {row['entry__key']}: {row['sum']} {row['currency']} too much"
    for entry in JournalEntry.objects.annotate(lines=Count("postings")).filter(lines__lt=2):
        yield f"entry {entry.key}: {entry.lines} postings"


def _trial_balance_is_zero() -> Iterator[str]:
    for row in Posting.objects.order_by().values("currency").annotate(sum=Sum("minor")).exclude(sum=0):
        yield f"{row['currency']}: {row['sum']}"


def _captures_are_booked() -> Iterator[str]:
    return _compare("captured", "captured_minor", _booked("capture"))


def _refunds_are_booked() -> Iterator[str]:
    return _compare("refunded", "refunded_minor", {key: -minor for key, minor in _booked("refund").items()})


def _compare(what: str, column: str, booked: Mapping[int, int]) -> Iterator[str]:
    for payment in Payment.objects.filter(~Q(**{column: 0}) | Q(pk__in=list(booked))):
        noted = getattr(payment, column)
        if noted != booked.get(payment.pk, 0):
            yield f"payment {payment.pk}: {what} {noted}, booked {booked.get(payment.pk, 0)}"


def _booked(kind: str) -> dict[int, int]:
    """Minor units per payment on its gateway's receivable account."""
    rows = Posting.objects.filter(entry__kind=kind, account__startswith=receivable(""))
    return dict(rows.order_by().values_list("entry__payment_id").annotate(Sum("minor")))


def _captures_add_up() -> Iterator[str]:
    return _wishes_add_up(Capture.objects.all(), "capture", "captured_minor")


def _refunds_add_up() -> Iterator[str]:
    return _wishes_add_up(Refund.objects.all(), "refund", "refunded_minor")


def _wishes_add_up(wishes: "QuerySet[Capture] | QuerySet[Refund]", kind: str, column: str) -> Iterator[str]:
    """Each done wish has exactly one entry, each entry a done wish, and together they are the payment's sum."""
    done = wishes.filter(state=WishState.DONE)
    keys = {f"{kind}:{pk}" for pk in done.values_list("pk", flat=True)}
    entries = set(JournalEntry.objects.filter(kind=kind).values_list("key", flat=True))
    yield from (f"{key}: done but not booked" for key in sorted(keys - entries))
    yield from (f"{key}: booked but not done" for key in sorted(entries - keys))
    sums = dict(done.order_by().values_list("payment_id").annotate(Sum("minor")))
    yield from _compare(f"{kind}s", column, sums)


def _sums_are_in_order() -> Iterator[str]:
    order = (
        Q(amount_minor__gt=0)
        & Q(authorized_minor__lte=F("amount_minor"))
        & Q(captured_minor__lte=F("authorized_minor") - F("released_minor"))
        & Q(refunded_minor__lte=F("captured_minor"))
        & Q(refunded_minor__gte=0)
    )
    for payment in Payment.objects.exclude(order):
        yield (
            f"payment {payment.pk}: amount {payment.amount_minor}, authorized {payment.authorized_minor}, "
            f"captured {payment.captured_minor}, released {payment.released_minor}, refunded {payment.refunded_minor}"
        )


def _allocations_are_complete() -> Iterator[str]:
    parts = dict(PaymentAllocation.objects.order_by().values_list("payment_id").annotate(Sum("minor")))
    for pk, amount in Payment.objects.values_list("pk", "amount_minor"):
        if parts.get(pk, 0) != amount:
            yield f"payment {pk}: amount {amount}, allocated {parts.get(pk, 0)}"


def _states_fit_the_money() -> Iterator[str]:
    wrong = Q(state__in=_UNPAID, captured_minor__gt=0) | Q(state__in=_PAID, captured_minor=0)
    for payment in Payment.objects.filter(wrong):
        yield f"payment {payment.pk}: {payment.state} with {payment.captured_minor} captured"


def _nobody_is_overdrawn() -> Iterator[str]:
    """No refund took more from a party than the payment had brought it."""
    rows = Posting.objects.exclude(account__startswith=receivable("")).order_by()
    for row in rows.values("entry__payment_id", "account").annotate(sum=Sum("minor")).filter(sum__gt=0):
        yield f"payment {row['entry__payment_id']}: {row['account']} overdrawn by {row['sum']}"


_RULES: Mapping[str, Callable[[], Iterator[str]]] = {
    gettext_noop("every journal entry balances"): _entries_balance,
    gettext_noop("the trial balance is zero"): _trial_balance_is_zero,
    gettext_noop("captured money is booked money"): _captures_are_booked,
    gettext_noop("refunded money is booked money"): _refunds_are_booked,
    gettext_noop("each capture is booked once"): _captures_add_up,
    gettext_noop("each refund is booked once"): _refunds_add_up,
    gettext_noop("refunded ≤ captured ≤ authorized ≤ amount"): _sums_are_in_order,
    gettext_noop("allocations add up to the amount"): _allocations_are_complete,
    gettext_noop("states fit the money"): _states_fit_the_money,
    gettext_noop("no party is overdrawn"): _nobody_is_overdrawn,
}
