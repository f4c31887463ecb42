"""Registers the payments app and its listeners with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaymentsConfig(AppConfig):
    """The payments app."""

    name = "payments"
    verbose_name = _("Payments")

    def ready(self) -> None:
        """Connect the listeners."""
        from payments import listeners  # noqa: F401
