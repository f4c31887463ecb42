"""Write down a call to a gateway before it is made."""

import uuid

from localization import clock
from payments.models import Attempt, AttemptKind, Payment


def begin_attempt(payment: Payment, kind: AttemptKind, subject: str) -> Attempt:
    """The attempt for this subject of a locked payment, with the one key it is ever sent under."""
    attempt, _created = payment.attempts.get_or_create(
        kind=kind,
        subject=subject,
        defaults={"key": f"{kind}-{uuid.uuid4().hex}", "gateway": payment.gateway, "created_at": clock.now()},
    )
    return attempt
