"""Restrictions: which goods may not go where, need a paper, deserve a warning, or a second look. Pure.

No database, no clock, no settings. The rules are dated, sourced data (logistics/reference/restrictions.yaml).
"""

from logistics.restrictions.reading import read_restrictions
from logistics.restrictions.rules import BATTERIES, Found, Goods, Restriction, RestrictionBook, Way

__all__ = ["BATTERIES", "Found", "Goods", "Restriction", "RestrictionBook", "Way", "read_restrictions"]
