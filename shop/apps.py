"""Registers the shop itself: its commands and its system checks."""

from django.apps import AppConfig


class ShopConfig(AppConfig):
    """The house around the apps."""

    name = "shop"
    label = "shop"

    def ready(self) -> None:
        """Make the system checks known."""
        from shop import checks  # noqa: F401
