"""Rows that are shown inside a page and never edited."""

from typing import Any

from django.http import HttpRequest

from localization.admin.scoped import ScopedTabularInline
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


class AllocationRows(ReadOnlyRows):
    """For whom the money is held."""

    model = PaymentAllocation
    fields = ("account", "party", "amount")


class CaptureRows(ReadOnlyRows):
    """What was or is to be taken."""

    model = Capture
    fields = ("reference", "amount", "state", "created_at")


class RefundRows(ReadOnlyRows):
    """What was or is to be given back."""

    model = Refund
    fields = ("reference", "amount", "state", "reason", "created_at")


class AttemptRows(ReadOnlyRows):
    """What was said to the gateway."""

    model = Attempt
    fields = ("kind", "outcome", "provider_id", "key", "created_at")


class EntryRows(ReadOnlyRows):
    """What was booked."""

    model = JournalEntry
    fields = ("key", "kind", "booked_at")


class PostingRows(ReadOnlyRows):
    """The lines of an entry."""

    model = Posting
    fields = ("account", "amount")


class MoveRows(ReadOnlyRows):
    """How a payment moved from state to state."""

    model = PaymentHistory
    fields = ("at", "source", "target", "reason", "actor")


class RefundMoveRows(ReadOnlyRows):
    """How a refund moved from state to state."""

    model = RefundHistory
    fields = ("at", "source", "target", "reason", "actor")
