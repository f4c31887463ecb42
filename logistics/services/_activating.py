"""Makes checked tariff packs the active ones, keeping an operator's own where the shop's would replace them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from localization import clock
from logistics.landed_cost.packs import BadPack, CheckedPack, Fault, assemble, check_pack, difference
from logistics.models import TariffPack
from logistics.selectors.tariffs import BOOK, active_correlation, active_packs

_MOST_KEPT = 256
_FORMAT = (
    1  # counted up when the checked content of the same text changes its form: packs are then read again
)


@dataclass(frozen=True, kw_only=True)
class ReadPack:
    """A pack that passed the schema, and its files in one text."""

    pack: CheckedPack
    text: str

    @cached_property
    def additions(self) -> tuple[str, ...]:
        """What it adds where there was no pack of its code."""
        return difference(None, self.pack.content)


@dataclass(frozen=True, kw_only=True)
class LoadedPack:
    """What became of one pack; `changes` are lines of difference to the version that was active before.

    `kept` is a pack of the shop that an operator's own pack of the same code stands in for.
    """

    code: str
    version: str
    status: Literal["new", "changed", "unchanged", "kept"]
    changes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LoadReport:
    """What became of every pack, and the version of the tariff book they make together."""

    packs: tuple[LoadedPack, ...]
    book_version: str


@lru_cache(maxsize=_MOST_KEPT)
def read_pack(texts: tuple[tuple[str, str], ...]) -> ReadPack:
    """The pack that files (name, text) together are, read once per process. Raises BadPack naming file, line and field."""
    text = _joined(texts)
    return ReadPack(pack=CheckedPack(check_pack(texts), sha256(text.encode()).hexdigest()), text=text)


def activate(read: Sequence[ReadPack], *, own: bool) -> LoadReport:
    """Put packs with their texts in force; `own` are an operator's. Raises BadPack when they cannot stand together."""
    active = active_packs()
    kept = (
        set() if own else set(TariffPack.objects.filter(active=True, own=True).values_list("code", flat=True))
    )
    wanted = {code: pack for code, pack in _by_code([one.pack for one in read]).items() if code not in kept}
    book = assemble({**active, **wanted}, correlation=active_correlation())
    _store([one for one in read if _differs(wanted.get(one.pack.code), active)], own=own)
    loaded = tuple(
        _kept(active[one.pack.code]) if one.pack.code in kept else _became(one, active.get(one.pack.code))
        for one in read
    )
    if any(pack.status in ("new", "changed") for pack in loaded):
        BOOK.forget()
    return LoadReport(packs=loaded, book_version=book.version)


def _kept(pack: CheckedPack) -> LoadedPack:
    return LoadedPack(code=pack.code, version=pack.version, status="kept", changes=())


def _by_code(packs: Sequence[CheckedPack]) -> dict[str, CheckedPack]:
    found: dict[str, CheckedPack] = {}
    for pack in packs:
        if pack.code in found:
            at = str(pack.content["pack"]["at"])
            raise BadPack((Fault(at, "pack.code", f"a second pack {pack.code}"),))
        found[pack.code] = pack
    return found


def _differs(pack: CheckedPack | None, active: Mapping[str, CheckedPack]) -> bool:
    """Whether a pack is wanted and not in force with the same text already."""
    return pack is not None and (pack.code not in active or active[pack.code].digest != pack.digest)


def _became(read: ReadPack, before: CheckedPack | None) -> LoadedPack:
    pack = read.pack
    if before is None:
        return LoadedPack(code=pack.code, version=pack.version, status="new", changes=read.additions)
    if before.digest == pack.digest:
        return LoadedPack(code=pack.code, version=pack.version, status="unchanged", changes=())
    changes = difference(before.content, pack.content)
    return LoadedPack(code=pack.code, version=pack.version, status="changed", changes=changes)


def _store(read: Sequence[ReadPack], *, own: bool) -> None:
    """Write these packs in force, and those of their codes before them out of it, in two statements."""
    codes = [one.pack.code for one in read]
    TariffPack.objects.filter(code__in=codes, active=True).update(active=False)
    TariffPack.objects.bulk_create(
        [_row(one, own=own) for one in read],
        update_conflicts=True,
        unique_fields=["code", "digest"],
        update_fields=["active", "own", "loaded_at"],
    )


def _row(read: ReadPack, *, own: bool) -> TariffPack:
    header = read.pack.content["pack"]
    expires = header.get("expires")
    return TariffPack(
        code=read.pack.code,
        digest=read.pack.digest,
        title=header["title"],
        extends=header.get("extends", ""),
        territories=header.get("territories", []),
        checked=date.fromisoformat(header["checked"]),
        valid_from=date.fromisoformat(header["valid_from"]),
        expires=date.fromisoformat(expires) if expires else None,
        text=read.text,
        content=dict(read.pack.content),
        active=True,
        own=own,
        loaded_at=clock.now(),
    )


def _joined(texts: Sequence[tuple[str, str]]) -> str:
    """The pack's files in one text, each under its bare name, so that the digest does not depend on where they lie."""
    return f"# format: {_FORMAT}\n" + "\n".join(f"# file: {Path(name).name}\n{text}" for name, text in texts)
