"""Finds and reads the files of tariff packs."""

from pathlib import Path

from logistics.landed_cost.packs import BadPack, Fault
from logistics.services._activating import ReadPack, read_pack

TARIFFS = Path(__file__).resolve().parent.parent / "tariffs"
_SUFFIXES = (".yaml", ".yml")


def packs_at(path: Path) -> list[ReadPack]:
    """The packs at `path`: a file, the folder of one pack, or a folder of such folders. Raises BadPack."""
    return [read_pack(_texts(one, path)) for one in _packs_at(path)]


def _packs_at(path: Path) -> list[Path]:
    if path.is_file() or _yaml_files(path):
        return [path]
    folders = sorted(child for child in path.iterdir() if child.is_dir()) if path.is_dir() else []
    found = [pack for folder in folders for pack in _packs_at(folder)]
    if not found:
        raise BadPack((Fault(f"{path}:1", "", "no tariff pack is here"),))
    return found


def _yaml_files(path: Path) -> list[Path]:
    return sorted(one for one in path.iterdir() if one.suffix in _SUFFIXES) if path.is_dir() else []


def _texts(pack: Path, root: Path) -> tuple[tuple[str, str], ...]:
    """The pack's files as (name from the loaded path, text)."""
    top = root if root.is_dir() else root.parent
    found = []
    for file in [pack] if pack.is_file() else _yaml_files(pack):
        name = str(file.relative_to(top))
        try:
            found.append((name, file.read_text(encoding="utf-8")))
        except UnicodeDecodeError as error:
            raise BadPack((Fault(f"{name}:1", "", f"not UTF-8 text: {error.reason}"),)) from None
    return tuple(found)
