"""Refunds: what was given back, why, and how far it got."""

from django.contrib import admin

from localization.admin.scoped import ReadOnlyAdmin
from payments.admin.rows import RefundMoveRows
from payments.models import Refund


@admin.register(Refund)
class RefundAdmin(ReadOnlyAdmin):
    """Refunds, newest first."""

    merchant_path = None
    list_display = ("payment", "amount", "state", "reason", "created_at")
    list_filter = ("state",)
    list_select_related = ("payment",)
    search_fields = ("payment__reference", "reference")
    fields = ("payment", "reference", "amount", "state", "reason", "shares", "tries", "created_at")
    ordering = ("-pk",)
    inlines = (RefundMoveRows,)
