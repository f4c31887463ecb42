"""Registers shop.backoffice with Django."""

from django.apps import AppConfig


class BackofficeConfig(AppConfig):
    """The backoffice face of the shop."""

    name = "shop.backoffice"
