"""`manage.py reseal`: everything that lies sealed, under the first of FIELD_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand

from logistics.services.reseal_registrations import reseal_registrations
from logistics.services.reseal_shipments import reseal_shipments
from orders.services.reseal_identifiers import reseal_identifiers


class Command(BaseCommand):
    """Idempotent; afterwards the older keys may go."""

    help = "Seal everything anew under the first of FIELD_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = (reseal_registrations(), reseal_identifiers(), reseal_shipments())
        self.stdout.write("{} registrations, {} identifiers, {} shipments".format(*counts))
