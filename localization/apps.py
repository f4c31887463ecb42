"""Registers the localization app and its listeners with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocalizationConfig(AppConfig):
    """The localization app."""

    name = "localization"
    verbose_name = _("Localization")
