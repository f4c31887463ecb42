"""Landed cost: the pure engine that turns a consignment and the tariff packs in force into charges with their reasons.

No database, no clock, no settings. The algorithm, with worked tables, is in docs/landed-cost.md.
"""

from logistics.landed_cost.book import TariffBook
from logistics.landed_cost.charges import Charge, LandedCost, Relief
from logistics.landed_cost.consignment import Consignment, CustomsLine
from logistics.landed_cost.engine import landed_cost
from logistics.landed_cost.refusals import CannotQuote

__all__ = [
    "CannotQuote",
    "Charge",
    "Consignment",
    "CustomsLine",
    "LandedCost",
    "Relief",
    "TariffBook",
    "landed_cost",
]
