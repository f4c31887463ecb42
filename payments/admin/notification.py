"""The inbox: what gateways told us and what became of it."""

from django.contrib import admin

from localization.admin.scoped import ReadOnlyAdmin
from payments.models import Notification


@admin.register(Notification)
class NotificationAdmin(ReadOnlyAdmin):
    """Messages, newest first; a parked one needs a person."""

    merchant_path = None
    list_display = ("gateway", "event_id", "kind", "handling", "tries", "received_at")
    list_filter = ("handling", "gateway", "kind")
    search_fields = ("event_id", "provider_id")
    fields = ("gateway", "event_id", "kind", "provider_id", "claim", "handling", "tries", "received_at")
