"""Registers the logistics app and its listeners with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LogisticsConfig(AppConfig):
    """The logistics app."""

    name = "logistics"
    verbose_name = _("Logistics")

    def ready(self) -> None:
        """Connect the listeners."""
        from logistics import listeners  # noqa: F401  # receivers connect on import
