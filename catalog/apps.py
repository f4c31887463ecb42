"""Registers the catalog app and its listeners with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    """The catalog app."""

    name = "catalog"
    verbose_name = _("Catalog")

    def ready(self) -> None:
        """Connect the listeners."""
        from catalog import listeners  # noqa: F401  # importing connects
