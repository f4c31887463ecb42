"""The page where a merchant uploads a Shopify product CSV and reads what became of it."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget

from catalog.models import Merchant
from catalog.refusals import BadFile, named
from catalog.services.import_shopify import import_shopify
from catalog.values import ImportReport
from localization.admin.scope import own_rows


class ImportForm(forms.Form):
    """Whose products, and the file."""

    merchant = forms.ModelChoiceField(
        label=_("Merchant"), queryset=Merchant.objects.none(), widget=UnfoldAdminSelectWidget
    )
    file = forms.FileField(label=_("Shopify product CSV"), widget=UnfoldAdminFileFieldWidget)

    def imported(self) -> ImportReport | None:
        """What the import did; None, with the reason beside the field, when the file was refused whole."""
        try:
            return import_shopify(
                merchant_id=self.cleaned_data["merchant"].pk, content=self.cleaned_data["file"].read()
            )
        except BadFile as refusal:
            self.add_error("file", str(refusal))
            return None


def import_page(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Show the form, import what was sent, show the report; for whoever may change products."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    choice: Any = form.fields["merchant"]
    choice.queryset = own_rows(request, Merchant.objects.order_by("name"), "pk")
    report = form.imported() if form.is_valid() else None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Import products from Shopify"),
        "opts": model_admin.model._meta,
        "form": form,
        "report": report,
        "needs": [(todo, named(todo.missing)) for todo in report.todo] if report else [],
    }
    return TemplateResponse(request, "admin/catalog/import_shopify.html", context)
