"""Registers shop.storefront with Django."""

from django.apps import AppConfig


class StorefrontConfig(AppConfig):
    """The storefront face of the shop."""

    name = "shop.storefront"
