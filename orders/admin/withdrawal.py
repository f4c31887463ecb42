"""Withdrawals: which buyers have withdrawn, and when."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from localization.admin.scoped import ReadOnlyAdmin
from orders.models import Withdrawal


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    """Withdrawals, newest first; a merchant sees those of orders with a parcel of theirs."""

    merchant_path = "order__parcels__merchant_id"
    list_display = ("order", "at", "state", "cancelled")
    list_filter = ("cancelled", "state")
    search_fields = ("order__number",)
    date_hierarchy = "at"
    fields = ("order", "at", "state", "cancelled")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Withdrawal]:
        """With the order, for its number."""
        rows: QuerySet[Withdrawal] = super().get_queryset(request).select_related("order")
        return rows
