"""The tariff book: the compiled packs in force, by territory, immutable and shared by every quote of a process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from logistics.landed_cost.correlation import NO_CORRELATION, Correlation
from logistics.landed_cost.pack import Pack
from logistics.landed_cost.refusals import CannotQuote


@dataclass(frozen=True, slots=True)
class TariffBook:
    """`packs` by territory code; `version` names the exact set of packs and goes into caches and quotes."""

    packs: Mapping[str, Pack] = field(default_factory=dict)
    version: str = ""
    correlation: Correlation = NO_CORRELATION

    def pack(self, territory: str, on: date) -> Pack:
        """The pack of a territory valid on a day. Raises CannotQuote(no_pack | pack_expired)."""
        pack = self.packs.get(territory)
        if pack is None:
            raise CannotQuote(reason="no_pack", detail=territory)
        if on < pack.begins:
            raise CannotQuote(reason="no_pack", detail=f"{pack.code} {pack.begins}")
        if pack.expires is not None and on > pack.expires:
            raise CannotQuote(reason="pack_expired", detail=f"{pack.code} {pack.expires}")
        return pack
