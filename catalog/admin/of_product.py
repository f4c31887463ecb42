"""Pages of rows that are made on, and lead back to, the page of their product."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from catalog.models import Product
from localization.admin.scope import own_rows
from localization.admin.scoped import ScopedAdmin


class OfProductAdmin(ScopedAdmin):
    """A page whose new rows belong to the product that `?product=` names."""

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The form for one's own product; without one, the list where a product is chosen."""
        if self.has_add_permission(request) and self.asked_product(request) is None:
            self.message_user(request, _("Open a product and add to it there."), messages.INFO)
            return redirect("admin:catalog_product_changelist")
        answer: HttpResponseBase = super().add_view(request, *args, **kwargs)
        return answer

    def asked_product(self, request: HttpRequest) -> Product | None:
        """The product of one's own that the address names."""
        named = request.GET.get("product", "")
        if not (named.isascii() and named.isdigit()):
            return None
        return own_rows(request, Product.objects.filter(pk=int(named[:18])), "merchant_id").first()

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The form knows its product."""
        form = super().get_form(request, obj, **kwargs)
        product = obj.product if obj is not None else self.asked_product(request)
        return type(form.__name__, (form,), {"product": product})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """The address names a product, no values of fields."""
        return {}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list, which offers no button that would lead away from it."""
        context = {**(extra_context or {}), "has_add_permission": False}
        answer: HttpResponse = super().changelist_view(request, context)
        return answer

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back to the product."""
        return redirect("admin:catalog_product_change", obj.product_id)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back to the product."""
        return redirect("admin:catalog_product_change", obj.product_id)
