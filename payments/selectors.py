"""What may be read about payments: facts of one payment, balances of the ledger."""

from django.db.models import Sum
from moneyed import Money

from localization.money import from_minor
from payments.models import Handling, Notification, Payment, Posting, Setback
from payments.refusals import NoSuchPayment
from payments.values import Balance, PaymentFacts


def payment_facts(payment_id: int) -> PaymentFacts:
    """What is true about one payment now. Raises NoSuchPayment."""
    payment = Payment.objects.filter(pk=payment_id).first()
    if payment is None:
        raise NoSuchPayment(payment_id=payment_id)
    return PaymentFacts(
        id=payment.pk,
        reference=payment.reference,
        state=payment.state,
        amount=payment.amount,
        authorized=payment.authorized,
        captured=payment.captured,
        refunded=payment.refunded,
        releasable=payment.releasable,
        needs_review=bool(payment.review_reason),
    )


def trial_balance() -> tuple[Balance, ...]:
    """The balance of every account in every currency, by name; each currency's rows add up to zero."""
    return balances()


def balances(account: str = "") -> tuple[Balance, ...]:
    """The balances of the accounts whose name begins with `account`, e.g. "duty_payable:"."""
    rows = (
        Posting.objects.filter(account__startswith=account)
        .order_by("account", "currency")
        .values("account", "currency")
        .annotate(minor=Sum("minor"))
    )
    return tuple(
        Balance(account=row["account"], amount=from_minor(row["minor"], row["currency"])) for row in rows
    )


def trial_totals() -> tuple[Money, ...]:
    """The sum of all balances per currency: zero, always."""
    rows = Posting.objects.order_by("currency").values_list("currency").annotate(Sum("minor"))
    return tuple(from_minor(minor, code) for code, minor in rows)


def payments_under_review() -> int:
    """How many payments wait for somebody to look at them."""
    return Payment.objects.exclude(review_reason="").count()


def parked_messages() -> int:
    """How many gateways' messages were given up and wait for somebody to look at them."""
    return Notification.objects.filter(handling=Handling.PARKED).count()


def parked_work() -> int:
    """How many captures, refunds, voids and questions were given up and wait for somebody to look at them."""
    return Setback.objects.filter(parked_at__isnull=False).count()
