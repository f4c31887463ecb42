"""`manage.py import_tariff FORMAT FILE --pack CODE --dated DAY`: a whole official tariff in place of a pack's table."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from logistics.landed_cost.packs import BadPack
from logistics.management.tariff_report import report_lines
from logistics.services.import_tariff import FORMATS, ImportReport, OfficialFile, import_tariff
from logistics.services.rehearse import rehearse

_MOST_UNREAD = 20


class Command(BaseCommand):
    """Imports one file, all or nothing; harmless to repeat, ended by `manage.py restore_tariff`."""

    help = "Import an official tariff file into a tariff pack that is in force."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Format, file, pack and day; which table and groups; whether to tell only what it would change."""
        parser.add_argument("format", choices=sorted(FORMATS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--pack", required=True, help="the code of the pack whose table is replaced")
        parser.add_argument("--dated", required=True, type=_day, help="the day the file was issued")
        parser.add_argument("--table", default="", help="the table to replace, if not the usual one")
        parser.add_argument("--groups", type=Path, help="a CSV (group, member) of country groups")
        parser.add_argument("--hs-version", default="HS2022", help="the edition of its codes (HS2022)")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what changed and what was not understood; exit non-zero with every fault by file, line and field."""
        file = OfficialFile(
            path=options["file"],
            format=options["format"],
            pack=options["pack"],
            dated=options["dated"],
            table=options["table"],
            groups=options["groups"],
            hs_version=options["hs_version"],
        )
        load = partial(import_tariff, file)
        try:
            report = rehearse(load) if options["dry_run"] else load()
        except (BadPack, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        self._show(report, verbose=options["verbosity"] > 1)

    def _show(self, report: ImportReport, *, verbose: bool) -> None:
        for line in report_lines(report.load, verbose=verbose):
            self.stdout.write(line)
        self.stdout.write(f"{report.rates} rates, {report.preferences} preferential rates")
        for reason, count in sorted(report.left_out.items()):
            self.stdout.write(f"  left out: {count} × {reason}")
        if report.unread:
            self.stdout.write(f"{len(report.unread)} rates not understood; their goods are refused:")
        shown = report.unread if verbose else report.unread[:_MOST_UNREAD]
        for fault in shown:
            self.stdout.write(f"  {fault}")
        if len(report.unread) > len(shown):
            self.stdout.write(f"  … {len(report.unread) - len(shown)} more (-v 2 shows all)")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"a day like 2026-11-01 expected, not {text!r}") from None
