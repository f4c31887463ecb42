"""Customs declarations in the back office: what was declared, frozen when the carrier took the parcel."""

import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from localization.admin.scoped import ReadOnlyAdmin
from logistics.models import Declaration


@admin.register(Declaration)
class DeclarationAdmin(ReadOnlyAdmin):
    """Which parcel was declared on which form."""

    merchant_path = None
    list_display = ("shipment", "form", "made_at")
    list_filter = ("form",)
    list_select_related = ("shipment",)
    search_fields = ("shipment__reference", "shipment__number")
    fields = ("shipment", "form", "made_at", "declared")
    readonly_fields = ("declared",)

    @admin.display(description=_("Declared"))
    def declared(self, declaration: Declaration) -> str:
        """The content as customs gets it."""
        return format_html("<pre>{}</pre>", json.dumps(declaration.content, indent=2, ensure_ascii=False))
