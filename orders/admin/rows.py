"""What belongs to an order, shown inside its page and never edited there; a merchant sees what is theirs."""

from typing import Any

from django.http import HttpRequest

from localization.admin.scoped import ScopedTabularInline
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
    fields = ("kind", "authority", "sku", "base", "rate", "amount", "rule", "scheme", "source")


class PaymentRows(_Rows):
    """The attempts to pay; the operators' alone."""

    model = OrderPayment
    merchant_path = None
    shared_with_merchants = False
    fields = ("position", "payment")


class MoveRows(_Rows):
    """How the order got where it is."""

    model = OrderHistory
    fields = ("at", "source", "target", "reason", "actor")
