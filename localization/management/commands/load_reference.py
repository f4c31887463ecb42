"""`manage.py load_reference`: markets and the bundled exchange rates."""

from typing import Any

from django.core.management.base import BaseCommand

from localization.services.load_markets import load_markets
from localization.services.load_rates import load_rates


class Command(BaseCommand):
    """Loads what every shop needs before its first page; harmless to repeat."""

    help = "Load the markets and the bundled exchange rates."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how much is there and how much is new."""
        self.stdout.write(f"{load_markets()} markets, {load_rates()} new exchange rates")
