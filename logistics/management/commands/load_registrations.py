"""`manage.py load_registrations`: the tax registrations of settings.REGISTRATIONS as records."""

from typing import Any

from django.core.management.base import BaseCommand

from logistics.services.load_registrations import load_registrations


class Command(BaseCommand):
    """Idempotent; part of every deployment. Without a setting there is nothing to do."""

    help = "Make records of the tax registrations in the settings."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_registrations()} new tax registrations")
