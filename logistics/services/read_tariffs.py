"""Reads and checks tariff packs from files without putting them in force."""

from pathlib import Path

from logistics.landed_cost.packs import CheckedPack
from logistics.services._pack_files import TARIFFS, packs_at


def read_tariffs(path: Path = TARIFFS) -> tuple[CheckedPack, ...]:
    """The packs at `path`, in the order of their folders. Raises BadPack naming file, line and field."""
    return tuple(one.pack for one in packs_at(path))
