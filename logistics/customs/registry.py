"""Finds a customs office by its name in the CUSTOMS setting: BACKEND, OPTIONS and the COUNTRIES it answers for."""

from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal
from logistics.customs.base import Customs

_ANYWHERE = "*"


@dataclass(eq=False)
class UnknownOffice(Refusal):
    """No customs office of this name is configured."""

    code: ClassVar[str] = "unknown_customs_office"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no customs office “%(name)s”.")

    name: str


def customs(name: str) -> Customs:
    """The adapter of a configured office. Raises UnknownOffice."""
    entry = settings.CUSTOMS.get(name)
    if entry is None:
        raise UnknownOffice(name=name)
    adapter: Customs = import_string(entry["BACKEND"])(**entry.get("OPTIONS", {}))
    return adapter


def office_for(country: str) -> str:
    """The name of the office that takes declarations for a destination (ISO country code), or "" where none does.

    An office that names the country goes before one that answers for every country ("*").
    """
    offices = settings.CUSTOMS.items()
    named = (name for name, entry in offices if country in entry["COUNTRIES"])
    anywhere = (name for name, entry in offices if _ANYWHERE in entry["COUNTRIES"])
    return next(named, None) or next(anywhere, "")
