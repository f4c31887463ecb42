"""Orders: where each is, what it cost and why, and the buttons one may press."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action
from unfold.forms import BaseDialogForm
from unfold.widgets import UnfoldAdminTextInputWidget

from localization.addresses import Address, address_lines
from localization.admin.scope import merchant_ids, own_rows
from localization.admin.scoped import ReadOnlyAdmin
from localization.money import total
from localization.templatetags.localized import country, money
from orders.admin.buttons import ask, press
from orders.admin.rows import ChargeRows, LineRows, MoveRows, ParcelRows, PaymentRows
from orders.models import Order, OrderParcel
from orders.selectors.identifiers import shown_identifier
from orders.services.cancel_order import cancel_order
from orders.services.refund_undelivered import refund_undelivered
from orders.services.sync_order import sync_order

_MAY = ("operate",)
_OPERATORS = (
    ("number", "state", "placed_at"),
    ("email", "language", "market"),
    "address_shown",
    "identifier_shown",
    ("goods", "freight", "duty"),
    ("tax", "fees", "total"),
)
_MERCHANTS = (("number", "state", "placed_at"), ("language", "market"), "address_shown", "share")


class CancelForm(BaseDialogForm):  # type: ignore[misc]  # untyped package
    """Why the order is cancelled; the buyer is written to."""

    reason = forms.CharField(label=_("Reason"), max_length=200, widget=UnfoldAdminTextInputWidget)


@admin.register(Order)
class OrderAdmin(ReadOnlyAdmin):
    """Orders, newest first; a merchant sees those with a parcel of theirs."""

    merchant_path = "parcels__merchant_id"
    list_display = ("number", "state", "placed_at", "country_shown", "total", "email")
    list_filter = ("state", "market")
    search_fields = ("number", "email")
    date_hierarchy = "placed_at"
    readonly_fields = ("address_shown", "identifier_shown", "country_shown", "share")
    inlines = (ParcelRows, LineRows, ChargeRows, PaymentRows, MoveRows)
    actions_detail = ("look_again", "cancel", "refund")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Order]:
        """The orders; a merchant's with the merchant's own parcels alone."""
        rows: QuerySet[Order] = super().get_queryset(request)
        parcels = own_rows(request, OrderParcel.objects.all(), "merchant_id")
        return rows.prefetch_related(Prefetch("parcels", parcels, to_attr="shown_parcels"))

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """Whole orders for operators; a merchant sees the own share, and no e-mail address: the shop writes to the buyer."""
        if merchant_ids(request) is not None:
            return ("number", "state", "placed_at", "country_shown", "share")
        return self.list_display

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """What one may not read one may not search."""
        return self.search_fields if merchant_ids(request) is None else ("number",)

    def get_fields(self, request: HttpRequest, obj: Order | None = None) -> Any:
        """The whole order for operators; for a merchant where it goes and what the own parcels cost."""
        return _OPERATORS if merchant_ids(request) is None else _MERCHANTS

    @admin.display(description=_("country"), ordering="country")
    def country_shown(self, order: Order) -> str:
        """The country in the reader's language."""
        return country(order.country)

    @admin.display(description=_("total"))
    def share(self, order: Order) -> str:
        """What the parcels that this person sees cost together: for operators the whole order."""
        parcels = [parcel.total for parcel in order.shown_parcels]  # type: ignore[attr-defined]
        return money(total(parcels, order.total.currency))

    @admin.display(description=_("address"))
    def address_shown(self, order: Order) -> str:
        """The address as its country writes it."""
        return "\n".join(address_lines(Address.from_json(order.address)))

    @admin.display(description=_("identifier for customs"))
    def identifier_shown(self, order: Order) -> str:
        """What the buyer gave customs, masked; the clear value is shown to nobody."""
        return shown_identifier(order.pk) or "–"

    @action(  # type: ignore[untyped-decorator]
        description=_("Look again"), permissions=_MAY, dialog=ask(_("Look again"))
    )
    def look_again(self, request: HttpRequest, _form: BaseDialogForm, object_id: str) -> HttpResponse:
        """Bring the order up to date with its payments and parcels."""
        order = self._own(request, object_id)
        return press(request, partial(sync_order, order.pk), self._page(order))

    @action(  # type: ignore[untyped-decorator]
        description=_("Cancel"), permissions=_MAY, dialog=ask(_("Cancel"), CancelForm)
    )
    def cancel(self, request: HttpRequest, form: CancelForm, object_id: str) -> HttpResponse:
        """Cancel before dispatch. An order with several merchants is the operators' to cancel."""
        order = self._own(request, object_id)
        ids = merchant_ids(request)
        if ids is not None and order.parcels.exclude(merchant_id__in=ids).exists():
            raise PermissionDenied
        wish = partial(
            cancel_order, order_id=order.pk, actor=str(request.user), reason=form.cleaned_data["reason"]
        )
        return press(request, wish, self._page(order))

    @action(  # type: ignore[untyped-decorator]
        description=_("Pay back what was not delivered"),
        permissions=("refund",),
        dialog=ask(_("Pay back what was not delivered")),
    )
    def refund(self, request: HttpRequest, _form: BaseDialogForm, object_id: str) -> HttpResponse:
        """Give the buyer the money for returned and lost parcels."""
        order = self._own(request, object_id)
        wish = partial(refund_undelivered, order_id=order.pk, actor=str(request.user))
        return press(request, wish, self._page(order))

    def has_refund_permission(self, request: HttpRequest, object_id: str = "") -> bool:
        """Operators alone decide on a buyer's money."""
        return merchant_ids(request) is None and self.has_operate_permission(request, object_id)

    def _own(self, request: HttpRequest, object_id: str) -> Order:
        """The order, if this person may see it. Raises PermissionDenied."""
        order: Order | None = self.get_object(request, object_id)
        if order is None:
            raise PermissionDenied
        return order

    def _page(self, order: Order) -> str:
        return reverse("admin:orders_order_change", args=[order.pk])
