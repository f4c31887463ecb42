"""`manage.py fetch_rates`: today's exchange rates from the live source."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from localization.outside import Misread, Refused, Unavailable
from localization.services.fetch_rates import fetch_rates


class Command(BaseCommand):
    """Fetches rates now; exits non-zero when the source fails, and says which rates wait for a person."""

    help = "Fetch today's exchange rates from the live source."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the currencies whose rate is new or held."""
        try:
            report = fetch_rates()
        except (Unavailable, Refused, Misread) as problem:
            raise CommandError(f"no rates: {problem}") from problem
        self.stdout.write(f"new: {', '.join(report.in_use) or 'none'}")
        if report.held:
            self.stdout.write(f"held for a person: {', '.join(report.held)}")
