"""`manage.py import_shopify MERCHANT FILE`: read a Shopify product CSV into a merchant's drafts."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.models import Merchant
from catalog.services.import_shopify import import_shopify
from localization.refusals import Refusal


class Command(BaseCommand):
    """Import a file and report what was done, what could not be read, and what customs still needs."""

    help = "Import a Shopify product CSV as drafts of a merchant."

    def add_arguments(self, parser: CommandParser) -> None:
        """A merchant's code and a file."""
        parser.add_argument("merchant")
        parser.add_argument("file", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import and report; exits with an error when the file is refused or a cell could not be read."""
        merchant = Merchant.objects.filter(code=options["merchant"]).first()
        if merchant is None:
            raise CommandError(f"there is no merchant {options['merchant']!r}")
        try:
            report = import_shopify(merchant_id=merchant.pk, content=options["file"].read_bytes())
        except (Refusal, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{report.created} created, {report.updated} updated, {report.unchanged} unchanged")
        for todo in report.todo:
            self.stdout.write(f"customs needs {', '.join(todo.missing)} of {todo.handle} / {todo.sku}")
        if report.errors:
            lines = [f"line {error.line}, {error.column}: {error.message}" for error in report.errors]
            raise CommandError("not imported:\n" + "\n".join(lines))
