"""Registers shop.webhooks with Django."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """The webhooks face of the shop."""

    name = "shop.webhooks"
