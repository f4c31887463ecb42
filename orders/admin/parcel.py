"""Parcels: the merchant's work of the day, and the button that sends one off."""

from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action
from unfold.forms import BaseDialogForm

from localization.admin.scope import merchant_ids
from localization.admin.scoped import ReadOnlyAdmin, ScopedTabularInline
from orders.admin.buttons import ask, press
from orders.admin.rows import ChargeRows, LineRows
from orders.models import OrderParcel, OrderShipment
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.refund_return import refund_return
from orders.states import OrderState


class ShipmentRows(ScopedTabularInline):
    """The shipments that carry, or were meant to carry, the parcel."""

    model = OrderShipment
    can_delete = False
    fields = ("position", "shipment", "asked_by")
    readonly_fields = fields
    max_num = 0


@admin.register(OrderParcel)
class OrderParcelAdmin(ReadOnlyAdmin):
    """Parcels, newest first, each with its merchant's buttons."""

    merchant_path = "merchant_id"
    list_display = ("reference", "order_state", "merchant", "warehouse_code", "stock", "total")
    list_filter = ("order__state", "stock")
    search_fields = ("reference",)
    ordering = ("-pk",)
    fields = ("reference", "order_state", "merchant", "warehouse_code", "stock", "total")
    readonly_fields = ("order_state",)
    inlines = (LineRows, ChargeRows, ShipmentRows)
    actions_detail = ("dispatch_now", "pay_back")

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrderParcel]:
        """With the order, for its state."""
        rows: QuerySet[OrderParcel] = super().get_queryset(request).select_related("order", "merchant")
        return rows

    @admin.display(description=_("order"))
    def order_state(self, parcel: OrderParcel) -> str:
        """Where the order stands."""
        return str(OrderState(parcel.order.state).label)

    @action(  # type: ignore[untyped-decorator]
        description=_("Hand to the carrier"),
        permissions=("operate",),
        dialog=ask(_("Hand to the carrier")),
    )
    def dispatch_now(self, request: HttpRequest, _form: BaseDialogForm, object_id: str) -> HttpResponse:
        """Ask the carrier to take the parcel."""
        parcel = self.get_object(request, object_id)
        if parcel is None:
            raise PermissionDenied
        wish = partial(dispatch_parcel, parcel_id=parcel.pk, actor=str(request.user))
        return press(request, wish, reverse("admin:orders_orderparcel_change", args=[parcel.pk]))

    @action(  # type: ignore[untyped-decorator]
        description=_("Pay back what was sent back"),
        permissions=("refund",),
        dialog=ask(_("Pay back what was sent back")),
    )
    def pay_back(self, request: HttpRequest, _form: BaseDialogForm, object_id: str) -> HttpResponse:
        """Give the buyer the money for a delivered parcel that came back whole."""
        parcel = self.get_object(request, object_id)
        if parcel is None:
            raise PermissionDenied
        pieces = dict(parcel.lines.values_list("variant_id", "quantity"))
        wish = partial(refund_return, parcel_id=parcel.pk, returned=pieces, actor=str(request.user))
        return press(request, wish, reverse("admin:orders_orderparcel_change", args=[parcel.pk]))

    def has_refund_permission(self, request: HttpRequest, object_id: str = "") -> bool:
        """Operators alone decide on a buyer's money."""
        return merchant_ids(request) is None and self.has_operate_permission(request, object_id)
