"""Registers shop.api with Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The api face of the shop."""

    name = "shop.api"
