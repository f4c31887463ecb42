"""`manage.py export_shopify MERCHANT`: write a merchant's products to standard output as a Shopify product CSV."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.models import Merchant
from catalog.services.export_shopify import export_shopify


class Command(BaseCommand):
    """Export a merchant's products."""

    help = "Export a merchant's products as a Shopify product CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        """A merchant's code."""
        parser.add_argument("merchant")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file."""
        merchant = Merchant.objects.filter(code=options["merchant"]).first()
        if merchant is None:
            raise CommandError(f"there is no merchant {options['merchant']!r}")
        self.stdout.write(export_shopify(merchant_id=merchant.pk).decode(), ending="")
