"""The inbox: what gateways told us and what became of it."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from localization.admin.scoped import ReadOnlyAdmin
from payments.admin.buttons import button, press
from payments.models import Notification
from payments.services.retry_notification import retry_notification


@admin.register(Notification)
class NotificationAdmin(ReadOnlyAdmin):
    """Messages, newest first; a parked one needs a person."""

    merchant_path = None
    list_display = ("gateway", "event_id", "kind", "handling", "tries", "received_at")
    list_filter = ("handling", "gateway", "kind")
    search_fields = ("event_id", "provider_id")
    fields = ("gateway", "event_id", "kind", "provider_id", "claim", "handling", "tries", "received_at")
    actions_detail = ("try_again",)

    @button(_("Try again"))
    def try_again(self, request: HttpRequest, _form: Any, object_id: str) -> HttpResponse:
        """Act on a parked message once more."""
        message: Notification | None = self.get_object(request, object_id)
        if message is None:
            raise Http404
        back = reverse("admin:payments_notification_change", args=[message.pk])
        return press(request, partial(retry_notification, notification_id=message.pk), back)
