"""What belongs to an order, shown inside its page and never edited there; a merchant sees what is theirs."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from localization.admin.history import HistoryRows
from localization.admin.scoped import ScopedTabularInline
from localization.templatetags.localized import percent
from orders.labels import CHARGES
from orders.models import OrderCharge, OrderHistory, OrderLine, OrderParcel, OrderPayment


class _Rows(ScopedTabularInline):
    """Rows to look at."""

    can_delete = False
    tab = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ParcelRows(_Rows):
    """The parcels, each with a page of its own."""

    model = OrderParcel
    merchant_path = "merchant_id"
    shared_with_merchants = False
    fields = ("reference", "merchant", "warehouse_code", "stock", "total")
    show_change_link = True


class LineRows(_Rows):
    """What was bought."""

    model = OrderLine
    merchant_path = "parcel__merchant_id"
    shared_with_merchants = False
    fields = ("sku", "title", "option_label", "quantity", "unit_price", "amount", "hs_code", "origin")


class ChargeRows(_Rows):
    """Duty, tax and fees with their arithmetic."""

    model = OrderCharge
    merchant_path = "parcel__merchant_id"
    shared_with_merchants = False
    fields = ("called", "authority", "sku", "base", "rate_shown", "amount", "rule", "scheme", "source")
    readonly_fields = ("called", "rate_shown")

    @admin.display(description=_("kind"))
    def called(self, charge: OrderCharge) -> str:
        """Duty, tax or fee, as the pages of the shop call it."""
        return str(CHARGES.get(charge.kind, charge.kind))

    @admin.display(description=_("rate"))
    def rate_shown(self, charge: OrderCharge) -> str:
        """The rate in per cent; "–" for a flat charge."""
        return "–" if charge.rate is None else percent(charge.rate)


class PaymentRows(_Rows):
    """The attempts to pay; the operators' alone."""

    model = OrderPayment
    merchant_path = None
    shared_with_merchants = False
    fields = ("position", "payment")


class MoveRows(HistoryRows):
    """How the order got where it is."""

    model = OrderHistory
    tab = True
