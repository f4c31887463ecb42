"""Write down that the rest of a partly captured payment is not wanted any more."""

from django.db import transaction

from localization import clock
from payments.events import Work, announce_payment, announce_work
from payments.refusals import NotReleasable
from payments.services.lock_payment import lock_payment
from payments.states import WishState


@transaction.atomic
def ask_release(*, payment_id: int) -> None:
    """Wish to let go what is authorized and was not captured; repeats harmlessly. A worker asks the gateway.

    Raises NotReleasable before anything was captured (then a void is the way), while a capture is under way, and when
    nothing is left.
    """
    payment = lock_payment(payment_id)
    if payment.release_asked_at or payment.released_minor:
        return
    if not payment.releasable or payment.captures.filter(state=WishState.ASKED).exists():
        raise NotReleasable(state=payment.state)
    payment.release_asked_at = clock.now()
    payment.save(update_fields=["release_asked_at"])
    announce_work(Work.RELEASE, payment.pk)
    announce_payment(payment.pk)
