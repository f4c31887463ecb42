"""Resolves the names a pack uses: sources, authorities, groups of countries, parts of a base."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from localization.money import quantum
from logistics.landed_cost.base import DUTY, PARTS, Base, Mix
from logistics.landed_cost.evidence import Evidence, Period
from logistics.landed_cost.packs.faults import Fault
from logistics.landed_cost.rounding import MODES, Rounding

_PREDEFINED: Mapping[str, Mapping[str, Any]] = {
    "fob": {"goods": "1"},
    "cif": {"goods": "1", "freight": "1", "insurance": "1"},
    "goods_plus_shipping": {"goods": "1", "freight": "1", "insurance": "1"},
}
STATUTORY = ".statutory"
Parts = Mapping[str, int]
View = Callable[[Mapping[str, Any]], Mapping[str, Any]]
_DEEPEST = 5


@dataclass(slots=True)
class Names:
    """The names of one merged pack; faults are collected while it is compiled."""

    pack: dict[str, Any]
    faults: list[Fault] = field(default_factory=list)

    @property
    def currency(self) -> str:
        """The currency the pack reckons in."""
        return str(self.pack["pack"].get("currency", "EUR"))

    def fault(self, entry: Mapping[str, Any], name: str, message: str) -> None:
        """Note a fault of a rule, scheme, table or condition."""
        self.faults.append(Fault(str(entry.get("at", self.pack["pack"]["at"])), name, message))

    def evidence(self, entry: Mapping[str, Any], default: Mapping[str, Any] | None = None) -> Evidence:
        """Source, days and confidence of an entry, missing ones from its table."""
        known = {**(default or {}), **entry}
        verify = f"to verify: {known['verify']}" if "verify" in known else ""
        note = "; ".join(part for part in (known.get("note", ""), verify) if part)
        last = known.get("to")
        period = Period(date.fromisoformat(known["from"]), date.fromisoformat(last) if last else None)
        source = self.pack["sources"].get(known["source"], known["source"])
        return Evidence(source, period, known["confidence"], note)

    def countries(self, members: Iterable[str], entry: Mapping[str, Any]) -> frozenset[str]:
        """Country codes, groups written @name spelled out."""
        found: set[str] = set()
        for member in members:
            if not member.startswith("@"):
                found.add(member)
            elif member[1:] in self.pack["groups"]:
                found.update(self.pack["groups"][member[1:]])
            else:
                self.fault(entry, "groups", f"there is no group “{member[1:]}”")
        return frozenset(found)

    def rounding(self, entry: Mapping[str, Any] | None) -> Rounding:
        """A rounding, or the pack's own, or to the nearest minor unit of its currency."""
        entry = entry or self.pack["pack"].get("rounding") or {}
        step = Decimal(entry["to"]) if "to" in entry else quantum(self.currency)
        if step <= 0:
            self.fault(entry, "rounding.to", "a step above zero expected")
            step = Decimal(1)
        return Rounding(step, MODES[entry.get("mode", "nearest")])

    def base(self, spec: Mapping[str, Any], entry: Mapping[str, Any], parts: Parts) -> Base:
        """A base from its spec; `parts` are the rules reckoned before, by name."""
        ordinary = self._factors(spec, entry, (parts, _ordinary))
        personal = self._factors(spec, entry, (parts, _personal))
        rounding = self.rounding(entry["base_rounding"]) if "base_rounding" in entry else None
        return Base(_mix(ordinary), _mix(personal), rounding)

    def _factors(
        self, spec: Mapping[str, Any], entry: Mapping[str, Any], how: tuple[Parts, View], depth: int = 0
    ) -> dict[int, Decimal]:
        """Parts with their factors, named bases spelled out."""
        parts, view = how
        found: dict[int, Decimal] = {}
        for name, factor in view(spec).items():
            if name in parts:
                inner = {parts[name]: Decimal(1)}
            else:
                named = self.pack["bases"].get(name) or _PREDEFINED.get(name)
                if named is None or depth > _DEEPEST:
                    self.fault(entry, "base", f"there is no part, base or earlier rule “{name}”")
                    continue
                inner = self._factors(named, entry, how, depth + 1)
            for part, inner_factor in inner.items():
                found[part] = found.get(part, Decimal(0)) + inner_factor * Decimal(factor)
        return found


def _ordinary(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: factor for name, factor in spec.items() if name != "personal"}


def _personal(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    own: Mapping[str, Any] = spec.get("personal", spec)
    return own


def known_parts() -> dict[str, int]:
    """The parts every line has."""
    return {name: index for index, name in enumerate(PARTS)}


def without_duty(base: Base, duties: Iterable[int]) -> Base:
    """The same base for a scheme in which tax is not due on duty."""
    gone = {DUTY, *duties}
    return Base(_less(base.mix, gone), _less(base.personal, gone), base.rounding)


def _less(mix: Mix, gone: set[int]) -> Mix:
    plain = tuple(part for part in mix.plain if part not in gone)
    return Mix(plain, tuple(pair for pair in mix.weighted if pair[0] not in gone))


def _mix(factors: Mapping[int, Decimal]) -> Mix:
    plain = tuple(part for part, factor in factors.items() if factor == 1)
    return Mix(plain, tuple((part, factor) for part, factor in factors.items() if factor != 1))
