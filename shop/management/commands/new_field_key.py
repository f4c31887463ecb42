"""`manage.py new_field_key`: a random key for FIELD_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand

from localization.sealed import new_key


class Command(BaseCommand):
    """Prints and keeps nothing."""

    help = "Print a random key for FIELD_KEYS."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(new_key())
