"""Rate cards in the back office: read-only, since the reference file is where they are kept."""

from django.contrib import admin

from localization.admin.scoped import ReadOnlyAdmin
from logistics.models import RateCard, RateZone


@admin.register(RateCard)
class RateCardAdmin(ReadOnlyAdmin):
    """Which service carries since when, and who says so."""

    merchant_path = None
    list_display = (
        "name",
        "code",
        "carrier",
        "incoterm",
        "currency",
        "effective_from",
        "effective_to",
        "source",
    )
    list_filter = ("carrier", "incoterm")


@admin.register(RateZone)
class RateZoneAdmin(ReadOnlyAdmin):
    """Where a card carries, and how long that takes."""

    merchant_path = None
    list_display = ("name", "card", "ship_from", "destinations", "days_min", "days_max")
    list_filter = ("card",)
    list_select_related = ("card",)
