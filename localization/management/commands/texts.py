"""`manage.py texts`: compiles the interface's translations, checks that none is missing, or brings them up to date."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from localization import texts
from localization.languages import LANGUAGES, Language


class Command(BaseCommand):
    """Works on the catalogues of all languages but the source's own, English."""

    help = (
        "Compile the translations; --check fails on a missing one, --update takes new texts from the source."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--update", action="store_true")
        parser.add_argument(
            "--language", choices=[language.code for language in LANGUAGES if language.code != "en"]
        )

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = options["language"]
        languages = [one for one in LANGUAGES if one.code != "en" and wanted in {None, one.code}]
        root = Path(settings.BASE_DIR)
        if options["update"]:
            source = texts.collect(root)
            for language in languages:
                open_texts = texts.update(_path(language), language.locale, source)
                self.stdout.write(f"{language.code}: {open_texts} texts to translate")
        if options["check"]:
            self._check(languages, root)
        for language in languages:
            if _path(language).exists():
                texts.compile_catalog(_path(language), language.locale)

    def _check(self, languages: list[Language], root: Path) -> None:
        source = texts.collect(root)
        found = [
            gap
            for language in languages
            for gap in texts.gaps(texts.read(_path(language), language.locale), language.code, source)
        ]
        for gap in found:
            self.stderr.write(f"{gap.language}: “{gap.text}” {gap.problem}")
        if found:
            raise CommandError(
                f"{len(found)} texts are not translated. Run `make texts`, then translate them."
            )


def _path(language: Language) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language.locale / "LC_MESSAGES" / "django.po"
