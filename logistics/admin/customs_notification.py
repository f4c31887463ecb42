"""Messages of customs in the back office: what came in, and what became of it."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from localization.admin.scoped import ReadOnlyAdmin
from logistics.models import CustomsNotification
from logistics.services.retry_notice import retry_notice


@admin.register(CustomsNotification)
class CustomsNotificationAdmin(ReadOnlyAdmin):
    """Messages in the order they came; those nobody could place, read or apply are found by the filter."""

    merchant_path = None
    list_display = ("received_at", "office", "event_id", "outcome", "tries")
    list_filter = ("outcome", "office")
    search_fields = ("event_id",)
    fields = ("received_at", "office", "event_id", "outcome", "tries", "words")
    readonly_fields = ("words",)
    actions = ("try_again",)

    @admin.display(description=_("The message"))
    def words(self, notification: CustomsNotification) -> str:
        """The body as text."""
        return bytes(notification.body).decode("utf-8", "replace")[:4000]

    @admin.action(description=_("Try again"), permissions=("operate",))
    def try_again(self, request: HttpRequest, chosen: QuerySet[CustomsNotification]) -> None:
        """For messages that came to nothing."""
        for notification_id in chosen.values_list("pk", flat=True):
            retry_notice(notification_id)
        self.message_user(request, _("Done."))
