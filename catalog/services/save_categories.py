"""Save categories: write what a catalogue file says of them."""

from collections.abc import Sequence

from django.db import transaction

from catalog.catalogue_files.values import CategorySheet
from catalog.models import Category, CategoryText


def save_categories(sheets: Sequence[CategorySheet]) -> None:
    """Create or update these categories and their texts, in this order."""
    with transaction.atomic():
        rows = Category.objects.bulk_create(
            [Category(code=s.code, tint=s.tint, position=place) for place, s in enumerate(sheets)],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["tint", "position"],
        )
        texts = [
            CategoryText(category=row, language=language, name=name, lead=sheet.leads[language])
            for row, sheet in zip(rows, sheets, strict=True)
            for language, name in sheet.names.items()
        ]
        CategoryText.objects.bulk_create(
            texts,
            update_conflicts=True,
            unique_fields=["category", "language"],
            update_fields=["name", "lead"],
        )
