"""Payments in the back office: everything is read-only, every change is a button that calls a service."""

from payments.admin.journal import JournalEntryAdmin
from payments.admin.notification import NotificationAdmin
from payments.admin.payment import PaymentAdmin
from payments.admin.refund import RefundAdmin
from payments.admin.setback import SetbackAdmin

__all__ = ["JournalEntryAdmin", "NotificationAdmin", "PaymentAdmin", "RefundAdmin", "SetbackAdmin"]
