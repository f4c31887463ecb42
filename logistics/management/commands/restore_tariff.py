"""`manage.py restore_tariff CODE`: ends an operator's own pack or an imported tariff."""

from argparse import ArgumentParser
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from logistics.landed_cost.packs import BadPack
from logistics.management.tariff_report import report_lines
from logistics.services.rehearse import rehearse
from logistics.services.restore_tariff import restore_tariff


class Command(BaseCommand):
    """Puts the pack that ships with the shop back in force; its older versions stay."""

    help = "Take your own pack of a code, or an imported tariff, out of force."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A pack's code, and whether to tell only what it would change."""
        parser.add_argument("code")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what changed; exit non-zero when there is no such pack or others need it."""
        restore = partial(restore_tariff, options["code"])
        try:
            report = rehearse(restore) if options["dry_run"] else restore()
        except BadPack as refusal:
            raise CommandError(str(refusal)) from refusal
        for line in report_lines(report, verbose=options["verbosity"] > 1):
            self.stdout.write(line)
