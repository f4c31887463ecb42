"""What the search knows of a product in one language, and which catalogue files have been loaded."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.category import LANGUAGE_CHOICES
from catalog.models.product import Product


class SearchDocument(models.Model):
    """Search terms of a product's texts in one language, space between them, as `search_terms` makes them.

    The full text index over both columns (FTS5 or tsvector) is kept by the database itself: see the migrations.
    """

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="search_documents", verbose_name=_("product")
    )
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    title = models.TextField(_("search terms of the title"))
    body = models.TextField(_("search terms of the texts"), blank=True)

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        constraints = [
            models.UniqueConstraint(fields=["product", "language"], name="search_once_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.language}"


class LoadedFile(models.Model):
    """A catalogue file as it was when last loaded: `digest` covers it and the pictures it names."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("loaded file")
        verbose_name_plural = _("loaded files")

    def __str__(self) -> str:
        return self.name
