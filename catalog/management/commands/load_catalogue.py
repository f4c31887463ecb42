"""`manage.py load_catalogue FOLDER`: bring the shop up to date with a folder of catalogue files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.events import announce, offers_stale
from catalog.services.load_catalogue import load_catalogue
from localization.refusals import Refusal


class Command(BaseCommand):
    """Load a catalogue folder and have the changed products priced."""

    help = "Load merchants, products and pictures from a folder of YAML files."

    def add_arguments(self, parser: CommandParser) -> None:
        """One folder."""
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, announce, and say what was done."""
        try:
            loaded = load_catalogue(options["folder"])
        except (Refusal, OSError) as error:
            raise CommandError(str(error)) from error
        announce(offers_stale, loaded.product_ids)
        self.stdout.write(
            f"{len(loaded.product_ids)} products written; {loaded.files_unchanged} files had not changed"
        )
