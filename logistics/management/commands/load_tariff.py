"""`manage.py load_tariff [PATH]`: checks tariff packs, shows what they change, and makes them the active ones."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from logistics.landed_cost.packs import BadPack
from logistics.services.load_tariff import TARIFFS, LoadedPack, load_tariff

_MOST_LINES = 40


class Command(BaseCommand):
    """Loads one pack or a folder of packs, all or none; harmless to repeat."""

    help = (
        "Load tariff packs from a file, a pack's folder or a folder of packs (the shop's own without PATH)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, nargs="?", default=TARIFFS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each pack with its changes; exit non-zero with every fault by file and line."""
        try:
            report = load_tariff(options["path"])
        except (BadPack, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        for pack in report.packs:
            self._show(pack, verbose=options["verbosity"] > 1)
        self.stdout.write(f"tariff book {report.book_version}")

    def _show(self, pack: LoadedPack, *, verbose: bool) -> None:
        self.stdout.write(f"{pack.version} {pack.status}")
        shown = pack.changes if verbose else pack.changes[:_MOST_LINES] if pack.status == "changed" else ()
        for line in shown:
            self.stdout.write(f"  {line}")
        if len(pack.changes) > len(shown):
            self.stdout.write(f"  … {len(pack.changes) - len(shown)} more changes (-v 2 shows all)")
