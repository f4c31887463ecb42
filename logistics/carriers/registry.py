"""Finds a carrier by its name in the CARRIERS setting: BACKEND and OPTIONS, as Django does for STORAGES."""

from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal
from logistics.carriers.base import Carrier


@dataclass(eq=False)
class UnknownCarrier(Refusal):
    """No carrier of this name is configured."""

    code: ClassVar[str] = "unknown_carrier"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no carrier “%(name)s”.")

    name: str


def carrier(name: str) -> Carrier:
    """The adapter of a configured carrier. Raises UnknownCarrier."""
    entry = settings.CARRIERS.get(name)
    if entry is None:
        raise UnknownCarrier(name=name)
    adapter: Carrier = import_string(entry["BACKEND"])(**entry.get("OPTIONS", {}))
    return adapter
