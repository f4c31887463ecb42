"""`manage.py load_freight`: the freight services and their rate cards."""

from typing import Any

from django.core.management.base import BaseCommand

from logistics.services.load_freight import load_freight


class Command(BaseCommand):
    """Idempotent; part of every deployment."""

    help = "Load the freight services and their rate cards."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_freight()} rate cards")
