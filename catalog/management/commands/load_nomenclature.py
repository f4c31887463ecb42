"""`manage.py load_nomenclature FILE`: the texts of a nomenclature's chapters, headings and subheadings."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.nomenclature_files import SHIPPED_EDITION
from catalog.services.load_nomenclature import load_nomenclature
from localization.refusals import Refusal


class Command(BaseCommand):
    """Loads one edition, all or nothing; harmless to repeat."""

    help = (
        "Load the nomenclature from the CSV of the data set harmonized-system (hscode, description, parent)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A file and the edition it is of."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--edition", default=SHIPPED_EDITION, help=f"the edition ({SHIPPED_EDITION} without it)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what changed; exit non-zero with every fault by file, line and column."""
        try:
            report = load_nomenclature(options["file"], edition=options["edition"])
        except (Refusal, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{report.added} added, {report.changed} changed, {report.removed} removed, {report.unchanged} unchanged"
        )
