"""`manage.py list_rules`: every rule with its source, date, confidence and what is to verify."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any, get_args

from django.core.management.base import BaseCommand

from logistics.landed_cost.charges import Confidence
from logistics.selectors.sources import SourcedPack, active_sources, sourced_packs
from logistics.selectors.tariffs import RuleLine
from logistics.services.read_tariffs import read_tariffs

_INTRODUCTION = """\
# Sources of the tariff packs

Written by `manage.py list_rules --shipped --format markdown`; do not edit. Confidence: H official text or several agreeing
sources, M one decent secondary source, L a weak or old source, BG background knowledge that was not looked up. “× 12” is the
number of tariff codes of a table. None of this is legal or tax advice."""
_HEAD = "| what | rate | from | to | confidence | source | to verify |\n|---|---|---|---|---|---|---|"


class Command(BaseCommand):
    """Prints the rules in force, or those that ship."""

    help = "List every rule with its source, date, confidence and what is to verify."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which packs, which confidence, how to print them."""
        parser.add_argument("--pack", default="", help="only this pack")
        parser.add_argument("--confidence", default="", choices=("", *get_args(Confidence)))
        parser.add_argument("--shipped", action="store_true", help="the packs that ship, not those in force")
        parser.add_argument("--format", default="text", choices=("text", "markdown"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each pack."""
        wanted = {"pack": options["pack"], "confidence": options["confidence"]}
        packs = _shipped(**wanted) if options["shipped"] else active_sources(**wanted)
        lines = _markdown(packs) if options["format"] == "markdown" else _text(packs)
        for line in lines:
            self.stdout.write(line)


def _shipped(*, pack: str, confidence: str) -> tuple[SourcedPack, ...]:
    contents = {one.code: one.content for one in read_tariffs()}
    return sourced_packs(contents, pack=pack, confidence=confidence)


def _text(packs: tuple[SourcedPack, ...]) -> Iterator[str]:
    for pack in packs:
        yield f"{pack.code} {pack.title}, checked {pack.checked}"
        for note in pack.verify:
            yield f"  to verify: {note}"
        for line in pack.lines:
            yield "  " + " · ".join(filter(None, _cells(line)))


def _markdown(packs: tuple[SourcedPack, ...]) -> Iterator[str]:
    yield _INTRODUCTION
    for pack in packs:
        yield f"\n## {pack.code}: {pack.title}\n\nChecked {pack.checked}."
        for note in pack.verify:
            yield f"\n- {note}" if note == pack.verify[0] else f"- {note}"
        if pack.lines:
            yield f"\n{_HEAD}"
        for line in pack.lines:
            yield f"| {' | '.join(cell.replace('|', '/') for cell in _cells(line))} |"


def _cells(line: RuleLine) -> tuple[str, ...]:
    return (
        line.name,
        line.rate,
        line.effective_from,
        line.effective_to,
        line.confidence,
        line.source,
        line.verify,
    )
