"""`manage.py load_demo`: the demo shop with its catalogue, its people and its prices in every market."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from catalog.services.load_catalogue import load_catalogue
from orders.services.refresh_all_offers import refresh_all_offers
from shop.demo.people import add_people

CATALOGUE = Path(__file__).resolve().parent.parent.parent / "catalogue"


class Command(BaseCommand):
    """Idempotent: what did not change is left alone."""

    help = "Fill the shop with the demo catalogue and the demo logins."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_catalogue(CATALOGUE)
        add_people()
        priced = refresh_all_offers()
        self.stdout.write(f"{len(loaded.product_ids)} products loaded, {priced} offers priced")
