"""Loads tariff packs from files: all of them or none, and nothing when nothing changed."""

from pathlib import Path

from django.db import transaction

from logistics.services._activating import LoadedPack, LoadReport, activate
from logistics.services._pack_files import TARIFFS, packs_at

__all__ = ["TARIFFS", "LoadReport", "LoadedPack", "load_tariff"]


def load_tariff(path: Path = TARIFFS) -> LoadReport:
    """Make the packs at `path` the active ones: a file, the folder of one pack, or a folder of such folders.

    A pack that is already active with the same text is left alone, and the shop's own packs never replace an operator's.
    Raises BadPack naming file, line and field; then nothing was loaded.
    """
    read = packs_at(path)
    with transaction.atomic():
        return activate(read, own=not _is_ours(path))


def _is_ours(path: Path) -> bool:
    return path.resolve().is_relative_to(TARIFFS)
