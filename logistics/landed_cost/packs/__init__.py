"""From the YAML of a tariff pack to the compiled pack: read with places, check against the schema, merge, compile.

The format is described in docs/tariff-packs.md.
"""

from logistics.landed_cost.packs.compiling import compile_pack
from logistics.landed_cost.packs.faults import BadPack, Fault
from logistics.landed_cost.packs.merging import inherit
from logistics.landed_cost.packs.schema import check_pack

__all__ = ["BadPack", "Fault", "check_pack", "compile_pack", "inherit"]
