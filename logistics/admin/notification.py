"""Carriers' messages in the back office: what came in, and what became of it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from localization.admin.scoped import ReadOnlyAdmin
from logistics.models import TrackingNotification


@admin.register(TrackingNotification)
class TrackingNotificationAdmin(ReadOnlyAdmin):
    """Messages in the order they came; those nobody could place or read are found by the filter."""

    merchant_path = None
    list_display = ("received_at", "carrier", "event_id", "outcome")
    list_filter = ("outcome", "carrier")
    search_fields = ("event_id",)
    fields = ("received_at", "carrier", "event_id", "outcome", "words")
    readonly_fields = ("words",)

    @admin.display(description=_("The message"))
    def words(self, notification: TrackingNotification) -> str:
        """The body as text."""
        return bytes(notification.body).decode("utf-8", "replace")[:4000]
