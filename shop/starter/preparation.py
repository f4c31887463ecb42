"""What must be true before the programs start: tables, reference data, demo shop, static files; done once per version."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from django.core.management import call_command

STEPS: Sequence[tuple[str, Sequence[str]]] = (
    ("Compiling the translations", ("texts",)),
    ("Creating the tables", ("migrate", "--verbosity=0")),
    ("Loading markets and exchange rates", ("load_reference",)),
    ("Loading tariff packs", ("load_tariff", "logistics/tariffs", "--verbosity=0")),
    ("Loading freight services", ("load_freight",)),
    ("Loading tax registrations", ("load_registrations",)),
    ("Filling the demo shop", ("load_demo",)),
    ("Collecting static files", ("collectstatic", "--noinput", "--verbosity=0")),
)
_WATCHED = (
    "*/migrations/*.py",
    "*/reference/*",
    "logistics/tariffs/**/*",
    "shop/demo/**/*",
    "shop/*/static/**/*",
)


def prepare(root: Path, data: Path, say: Callable[[str], object]) -> None:
    """Run every step unless this version of the files was prepared in `data` before."""
    mark = data / "prepared"
    digest = _digest(root)
    if mark.exists() and mark.read_text() == digest:
        return
    for sentence, command in STEPS:
        say(f"{sentence} …")
        call_command(*command)
    mark.write_text(digest)


def _digest(root: Path) -> str:
    """What the prepared data was made from, by path, size and time of change."""
    seen = hashlib.sha256((root / "requirements.lock").read_bytes())
    for pattern in _WATCHED:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                stat = path.stat()
                seen.update(f"{path.relative_to(root)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return seen.hexdigest()
