"""Puts checked packs together: what each extends, what amends it, and exactly one pack for every territory."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from logistics.landed_cost.book import TariffBook
from logistics.landed_cost.correlation import NO_CORRELATION, Correlation
from logistics.landed_cost.pack import Pack
from logistics.landed_cost.packs.compiling import compile_pack
from logistics.landed_cost.packs.faults import BadPack, Fault
from logistics.landed_cost.packs.merging import inherit


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """The content of a pack that passed the schema, and the digest of its text."""

    content: Mapping[str, Any]
    digest: str

    @property
    def code(self) -> str:
        """The pack's own code."""
        return str(self.content["pack"]["code"])

    @property
    def version(self) -> str:
        """Code and the first eight signs of the digest."""
        return f"{self.code}-{self.digest[:8]}"


def assemble(packs: Mapping[str, CheckedPack], *, correlation: Correlation = NO_CORRELATION) -> TariffBook:
    """The book of some packs by code. Raises BadPack: a pack to extend is missing, two packs claim a territory, …"""
    _check_amendments(packs)
    claimed: dict[str, tuple[str, Pack]] = {}
    for code in sorted(packs, key=lambda code: (len(_chain(code, packs)), code)):
        header = packs[code].content["pack"]
        if not header.get("territories"):
            continue
        compiled = _compile(code, packs)
        for territory in header["territories"]:
            _claim(territory, code, (packs, claimed))
            claimed[territory] = (code, compiled)
    digests = ";".join([*(packs[code].version for code in sorted(packs)), *correlation.lines()])
    version = sha256(digests.encode()).hexdigest()[:12]
    compiled_packs = {place: pack for place, (_, pack) in claimed.items()}
    return TariffBook(packs=compiled_packs, version=version, correlation=correlation)


def _claim(
    territory: str, code: str, known: tuple[Mapping[str, CheckedPack], Mapping[str, tuple[str, Pack]]]
) -> None:
    """A pack may take a territory only from a pack it extends."""
    packs, claimed = known
    if territory in claimed and claimed[territory][0] not in _chain(code, packs):
        message = (
            f"{territory} already belongs to the pack {claimed[territory][0]}, which this one does not extend"
        )
        raise BadPack((_fault(packs[code], "pack.territories", message),))


def _compile(code: str, packs: Mapping[str, CheckedPack]) -> Pack:
    merged: dict[str, Any] = {}
    versions: list[str] = []
    for ancestor in reversed(_chain(code, packs)):
        content = dict(packs[ancestor].content)
        merged = inherit(merged, content) if merged else content
        versions.insert(0, packs[ancestor].version)
        for amendment in _amendments(ancestor, packs):
            merged = inherit(merged, {**amendment.content, "pack": merged["pack"]})
            versions.insert(0, amendment.version)
    return compile_pack(merged, version="+".join(versions))


def _amendments(code: str, packs: Mapping[str, CheckedPack]) -> list[CheckedPack]:
    return [packs[one] for one in sorted(packs) if packs[one].content["pack"].get("amends") == code]


def _check_amendments(packs: Mapping[str, CheckedPack]) -> None:
    """An amendment belongs to a pack that is there, has no territory of its own, and no other says the same."""
    said: dict[tuple[str, str], str] = {}
    for code in sorted(packs):
        header = packs[code].content["pack"]
        amended = header.get("amends")
        if amended is None:
            continue
        if amended not in packs:
            raise BadPack((_fault(packs[code], "pack.amends", f"there is no pack {amended}"),))
        if header.get("territories") or header.get("extends"):
            message = "an amendment neither has territories nor extends a pack"
            raise BadPack((_fault(packs[code], "pack.amends", message),))
        for table in packs[code].content.get("tables", {}):
            other = said.setdefault((amended, table), code)
            if other != code:
                message = f"{other} amends this table of {amended} already"
                raise BadPack((_fault(packs[code], f"tables.{table}", message),))


def _chain(code: str, packs: Mapping[str, CheckedPack]) -> list[str]:
    """The pack, the one it extends, and so on."""
    chain = [code]
    while parent := packs[chain[-1]].content["pack"].get("extends"):
        if parent in chain:
            raise BadPack((_fault(packs[code], "pack.extends", f"{parent} extends itself"),))
        if parent not in packs:
            raise BadPack((_fault(packs[chain[-1]], "pack.extends", f"there is no pack {parent}"),))
        chain.append(parent)
    return chain


def _fault(pack: CheckedPack, field: str, message: str) -> Fault:
    return Fault(str(pack.content["pack"]["at"]), field, message)
