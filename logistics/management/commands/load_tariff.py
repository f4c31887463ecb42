"""`manage.py load_tariff [PATH]`: checks tariff packs, shows what they change, and makes them the active ones."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from logistics.landed_cost.packs import BadPack
from logistics.management.tariff_report import report_lines
from logistics.services.load_tariff import TARIFFS, load_tariff
from logistics.services.rehearse import rehearse


class Command(BaseCommand):
    """Loads one pack or a folder of packs, all or none; harmless to repeat."""

    help = (
        "Load tariff packs from a file, a pack's folder or a folder of packs (the shop's own without PATH)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A path, and whether to tell only what it would change."""
        parser.add_argument("path", type=Path, nargs="?", default=TARIFFS)
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each pack with its changes; exit non-zero with every fault by file and line."""
        load = partial(load_tariff, options["path"])
        try:
            report = rehearse(load) if options["dry_run"] else load()
        except (BadPack, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        for line in report_lines(report, verbose=options["verbosity"] > 1):
            self.stdout.write(line)
