"""Take the one lock every writer of a payment holds."""

from payments.models import Payment
from payments.refusals import NoSuchPayment


def lock_payment(payment_id: int) -> Payment:
    """The payment's row, locked until the caller's transaction ends. Raises NoSuchPayment."""
    payment = Payment.objects.select_for_update().filter(pk=payment_id).first()
    if payment is None:
        raise NoSuchPayment(payment_id=payment_id)
    return payment
