"""Which data set declares a parcel: the first one that takes it, by destination, value and goods. Pure.

A new data set is a module beside this one and a row in `DATA_SETS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from localization.rates import FxTable
from logistics.messages.h7 import h7, takes_h7
from logistics.messages.itmatt import itmatt
from logistics.messages.parcel import DeclaredParcel


@dataclass(frozen=True)
class DataSet:
    """A way to declare a parcel: whether it fits, and the data as plain JSON."""

    takes: Callable[[DeclaredParcel, FxTable], bool]
    build: Callable[[DeclaredParcel], dict[str, Any]]


DATA_SETS: Mapping[str, DataSet] = {
    "H7": DataSet(takes_h7, h7),
    # What every post takes from every other stands last.
    "ITMATT": DataSet(lambda _parcel, _fx: True, itmatt),
}


def data_set_for(parcel: DeclaredParcel, fx: FxTable) -> str:
    """The name of the data set that declares this parcel."""
    return next(name for name, data_set in DATA_SETS.items() if data_set.takes(parcel, fx))


def build(name: str, parcel: DeclaredParcel) -> dict[str, Any]:
    """The declaration in the data set of this name. Raises KeyError for one there is none of, IncompleteDeclaration."""
    return DATA_SETS[name].build(parcel)
