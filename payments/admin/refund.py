"""Refunds: what was given back, why, and how far it got."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from localization.admin.scoped import ReadOnlyAdmin
from payments.admin.amounts import AmountColumn
from payments.admin.rows import RefundMoveRows
from payments.models import Refund


@admin.register(Refund)
class RefundAdmin(AmountColumn, ReadOnlyAdmin):
    """Refunds, newest first."""

    merchant_path = None
    list_display = ("payment", "amount_shown", "state", "why", "created_at")
    list_filter = ("state",)
    list_select_related = ("payment",)
    search_fields = ("payment__reference", "reference")
    fields = ("payment", "reference", "amount_shown", "state", "why", "shares", "tries", "created_at")
    readonly_fields = ("amount_shown", "why")
    ordering = ("-pk",)
    inlines = (RefundMoveRows,)

    @admin.display(description=_("reason"), ordering="reason")
    def why(self, refund: Refund) -> str:
        """The system's own reason in the reader's language, a person's word for word."""
        return gettext(refund.reason) if refund.reason else ""
