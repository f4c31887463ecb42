"""Registers shop.storefront with Django."""

from importlib import import_module

from django.apps import AppConfig


class StorefrontConfig(AppConfig):
    """The storefront face of the shop."""

    name = "shop.storefront"

    def ready(self) -> None:
        """Connect the listeners."""
        import_module("shop.storefront.listeners")
