"""Loads tariff packs from files: all of them or none, and nothing when nothing changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from django.db import transaction

from localization import clock
from logistics.landed_cost.packs import BadPack, CheckedPack, Fault, assemble, check_pack, difference
from logistics.models import TariffPack
from logistics.selectors.tariffs import BOOK, active_packs

TARIFFS = Path(__file__).resolve().parent.parent / "tariffs"
_SUFFIXES = (".yaml", ".yml")
_FORMAT = (
    1  # counted up when the checked content of the same text changes its form: packs are then read again
)


@dataclass(frozen=True, kw_only=True)
class LoadedPack:
    """What became of one pack; `changes` are lines of difference to the version that was active before."""

    code: str
    version: str
    status: Literal["new", "changed", "unchanged"]
    changes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LoadReport:
    """What became of every pack, and the version of the tariff book they make together."""

    packs: tuple[LoadedPack, ...]
    book_version: str


def load_tariff(path: Path = TARIFFS) -> LoadReport:
    """Make the packs at `path` the active ones: a file, the folder of one pack, or a folder of such folders.

    A pack that is already active with the same text is left alone. Raises BadPack naming file, line and field; then nothing
    was loaded.
    """
    files = [(one, _texts(one, path)) for one in _packs_at(path)]
    read = [_read(texts) for _, texts in files]
    with transaction.atomic():
        active = active_packs()
        book = assemble({**active, **_by_code(read)})
        loaded = tuple(
            _activate(pack, active.get(pack.code), texts)
            for pack, (_, texts) in zip(read, files, strict=True)
        )
        if any(pack.status != "unchanged" for pack in loaded):
            BOOK.forget()
    return LoadReport(packs=loaded, book_version=book.version)


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


def _texts(pack: Path, root: Path) -> list[tuple[str, str]]:
    """The pack's files as (name from the loaded path, text)."""
    top = root if root.is_dir() else root.parent
    found = []
    for file in [pack] if pack.is_file() else _yaml_files(pack):
        name = str(file.relative_to(top))
        try:
            found.append((name, file.read_text(encoding="utf-8")))
        except UnicodeDecodeError as error:
            raise BadPack((Fault(f"{name}:1", "", f"not UTF-8 text: {error.reason}"),)) from None
    return found


def _read(texts: Sequence[tuple[str, str]]) -> CheckedPack:
    content = check_pack(texts)
    return CheckedPack(content, sha256(_joined(texts).encode()).hexdigest())


def _by_code(packs: Sequence[CheckedPack]) -> dict[str, CheckedPack]:
    found: dict[str, CheckedPack] = {}
    for pack in packs:
        if pack.code in found:
            at = str(pack.content["pack"]["at"])
            raise BadPack((Fault(at, "pack.code", f"a second pack {pack.code}"),))
        found[pack.code] = pack
    return found


def _activate(pack: CheckedPack, before: CheckedPack | None, texts: Sequence[tuple[str, str]]) -> LoadedPack:
    if before is not None and before.digest == pack.digest:
        return LoadedPack(code=pack.code, version=pack.version, status="unchanged", changes=())
    TariffPack.objects.filter(code=pack.code, active=True).update(active=False)
    _store(pack, _joined(texts))
    return LoadedPack(
        code=pack.code,
        version=pack.version,
        status="new" if before is None else "changed",
        changes=difference(before.content if before else None, pack.content),
    )


def _store(pack: CheckedPack, text: str) -> None:
    header = pack.content["pack"]
    expires = header.get("expires")
    TariffPack.objects.update_or_create(
        code=pack.code,
        digest=pack.digest,
        defaults={
            "title": header["title"],
            "extends": header.get("extends", ""),
            "territories": header.get("territories", []),
            "checked": date.fromisoformat(header["checked"]),
            "valid_from": date.fromisoformat(header["valid_from"]),
            "expires": date.fromisoformat(expires) if expires else None,
            "text": text,
            "content": dict(pack.content),
            "active": True,
            "loaded_at": clock.now(),
        },
    )


def _joined(texts: Sequence[tuple[str, str]]) -> str:
    """The pack's files in one text, each under its bare name, so that the digest does not depend on where they lie."""
    return f"# format: {_FORMAT}\n" + "\n".join(f"# file: {Path(name).name}\n{text}" for name, text in texts)
