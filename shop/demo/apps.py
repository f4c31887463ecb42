"""Registers shop.demo with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo face of the shop."""

    name = "shop.demo"
