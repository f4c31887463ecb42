"""Markets in the back office: read-only, since reference/markets.yaml is where they are kept."""

from django.contrib import admin

from localization.admin.scoped import ReadOnlyAdmin
from localization.models import Market


@admin.register(Market)
class MarketAdmin(ReadOnlyAdmin):
    """Shows where we sell and how prices are made there."""

    shared_with_merchants = True
    list_display = ("name", "code", "currency", "tax_inclusive", "price_ending", "uplift")
    search_fields = ("name", "code")
