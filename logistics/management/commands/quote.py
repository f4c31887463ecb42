"""`manage.py quote FILE.json`: the landed cost of a consignment, explained charge by charge."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from localization.refusals import Refusal
from logistics.services.quote_consignment import quote_consignment


class Command(BaseCommand):
    """Quotes one file (- for standard input), as of a day if asked."""

    help = "Quote the landed cost of a consignment described in a JSON file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a JSON file, or - for standard input")
        parser.add_argument("--as-of", help="the day whose rules and rates apply, YYYY-MM-DD")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the answer; exit non-zero with the refusal."""
        payload = self._payload(options["file"])
        if options["as_of"] and isinstance(payload, dict):
            payload["as_of"] = options["as_of"]
        try:
            answer = quote_consignment(payload)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["format"] == "json":
            self.stdout.write(json.dumps(answer.to_json(), indent=2, ensure_ascii=False))
        else:
            self.stdout.write(answer.to_text(), ending="")

    def _payload(self, name: str) -> Any:
        try:
            text = self.stdin_text() if name == "-" else Path(name).read_text(encoding="utf-8")
            return json.loads(text, parse_float=str, parse_constant=_no_constant)
        except (OSError, ValueError) as problem:
            raise CommandError(f"{name}: {problem}") from problem

    def stdin_text(self) -> str:
        """What was piped in."""
        return Path("/dev/stdin").read_text(encoding="utf-8")


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
