"""Registers the orders app and its listeners with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdersConfig(AppConfig):
    """The orders app."""

    name = "orders"
    verbose_name = _("Orders")

    def ready(self) -> None:
        """Receivers are known only once their module is read."""
        from orders import listeners  # noqa: F401
