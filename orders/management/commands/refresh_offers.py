"""`manage.py refresh_offers [PRODUCT_ID …]`: price offers in every market, of some products or of all."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from orders.services.refresh_all_offers import refresh_all_offers
from orders.services.refresh_offers import refresh_offers


class Command(BaseCommand):
    """Prices offers and says how many were stored."""

    help = "Price the offers of the given products, or of all listed ones, in every market."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("product_ids", nargs="*", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        """Price here and now, in steps."""
        product_ids: list[int] = options["product_ids"]
        stored = refresh_offers(product_ids) if product_ids else refresh_all_offers()
        self.stdout.write(f"{stored} offers stored")
