"""What the search knows of a product in one language, and which catalogue files have been loaded."""

from django.db import models

from catalog.models.category import LANGUAGE_CHOICES
from catalog.models.product import Product


class SearchDocument(models.Model):
    """Search terms of a product's texts in one language, space between them, as `search_terms` makes them.

    The full text index over both columns (FTS5 or tsvector) is kept by the database itself: see the migrations.
    """

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="search_documents")
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    title = models.TextField()
    body = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "language"], name="search_once_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.language}"


class LoadedFile(models.Model):
    """A catalogue file as it was when last loaded: `digest` covers it and the pictures it names."""

    name = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name
