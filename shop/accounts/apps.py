"""Registers shop.accounts with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The accounts face of the shop."""

    name = "shop.accounts"
