"""Rows that are shown inside a page and never edited."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from localization.admin.history import HistoryRows
from localization.admin.scoped import ScopedTabularInline
from payments.admin.amounts import AmountColumn, entry_kind
from payments.labels import STATUSES, account_label
from payments.models import (
    Attempt,
    Capture,
    JournalEntry,
    PaymentAllocation,
    PaymentHistory,
    Posting,
    Refund,
    RefundHistory,
)
from payments.states import ReviewReason


class ReadOnlyRows(ScopedTabularInline):
    """Rows nobody adds, changes or deletes by hand."""

    can_delete = False
    show_change_link = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of them."""
        return self.fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They write themselves."""
        return False


class AllocationRows(AmountColumn, ReadOnlyRows):
    """For whom the money is held."""

    model = PaymentAllocation
    fields = ("account_shown", "party", "amount_shown")

    @admin.display(description=_("account"))
    def account_shown(self, row: PaymentAllocation) -> str:
        """The account in the reader's words."""
        return account_label(row.account)


class CaptureRows(AmountColumn, ReadOnlyRows):
    """What was or is to be taken."""

    model = Capture
    fields = ("reference", "amount_shown", "state", "created_at")


class RefundRows(AmountColumn, ReadOnlyRows):
    """What was or is to be given back."""

    model = Refund
    fields = ("reference", "amount_shown", "state", "why", "created_at")

    @admin.display(description=_("reason"))
    def why(self, refund: Refund) -> str:
        """The system's own reason in the reader's language, a person's word for word."""
        return gettext(refund.reason) if refund.reason else ""


class AttemptRows(ReadOnlyRows):
    """What was said to the gateway."""

    model = Attempt
    fields = ("kind", "outcome", "provider_id", "key", "created_at")


class EntryRows(ReadOnlyRows):
    """What was booked."""

    model = JournalEntry
    fields = ("key", "kind_shown", "booked_at")

    @admin.display(description=_("kind"))
    def kind_shown(self, entry: JournalEntry) -> str:
        """What happened to the money."""
        return entry_kind(entry)


class PostingRows(AmountColumn, ReadOnlyRows):
    """The lines of an entry."""

    model = Posting
    fields = ("account_shown", "amount_shown")

    @admin.display(description=_("account"))
    def account_shown(self, row: Posting) -> str:
        """The account in the reader's words."""
        return account_label(row.account)


class MoveRows(HistoryRows):
    """How a payment moved from state to state."""

    model = PaymentHistory

    def worded(self, reason: str) -> str:
        """What the gateway said, or why somebody had to look."""
        said, colon, code = reason.partition(": ")
        word = (
            STATUSES.get(code)
            if said == "gateway"
            else dict(ReviewReason.choices).get(code if colon else said)
        )
        return super().worded(reason) if word is None else str(word)


class RefundMoveRows(HistoryRows):
    """How a refund moved from state to state."""

    model = RefundHistory
