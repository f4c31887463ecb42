"""`manage.py load_correlation FILE`: which codes of one edition of the Harmonized System became which of the next."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from localization.refusals import Refusal
from logistics.services.load_correlation import load_correlation
from logistics.services.rehearse import rehearse


class Command(BaseCommand):
    """Loads a correlation table, all or nothing; harmless to repeat."""

    help = "Load a correlation of editions of the Harmonized System from a CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A file, and whether to tell only what it would change."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what changed; exit non-zero with every fault by file, line and column."""
        load = partial(load_correlation, options["file"])
        try:
            report = rehearse(load) if options["dry_run"] else load()
        except (Refusal, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{report.added} added, {report.changed} changed, {report.removed} removed, {report.unchanged} unchanged"
        )
