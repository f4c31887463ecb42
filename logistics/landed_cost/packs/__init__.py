"""From the YAML of a tariff pack to the compiled pack: read with places, check against the schema, merge, compile.

The format is described in docs/tariff-packs.md.
"""

from logistics.landed_cost.packs.assembly import CheckedPack, assemble
from logistics.landed_cost.packs.difference import difference
from logistics.landed_cost.packs.faults import BadPack, Fault
from logistics.landed_cost.packs.schema import check_pack

__all__ = ["BadPack", "CheckedPack", "Fault", "assemble", "check_pack", "difference"]
