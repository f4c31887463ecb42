"""The tables of payments."""

from payments.models.attempt import Attempt, AttemptKind, Outcome
from payments.models.ledger import JournalEntry, Posting
from payments.models.notification import Handling, Notification
from payments.models.payment import Payment, PaymentAllocation, PaymentHistory
from payments.models.setback import Setback
from payments.models.wish import Capture, CaptureHistory, Refund, RefundHistory

__all__ = [
    "Attempt",
    "AttemptKind",
    "Capture",
    "CaptureHistory",
    "Handling",
    "JournalEntry",
    "Notification",
    "Outcome",
    "Payment",
    "PaymentAllocation",
    "PaymentHistory",
    "Posting",
    "Refund",
    "RefundHistory",
    "Setback",
]
