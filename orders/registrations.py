"""The seller's tax registrations: which simplified schemes we may use, and the number a carrier must be given.

They come from settings.REGISTRATIONS. A number goes to the carrier alone, never on a page or the outside of a parcel.
"""

from collections.abc import Mapping

from django.conf import settings


def registrations() -> frozenset[str]:
    """The schemes we are registered for, as landed cost names them."""
    return frozenset(_numbers())


def number_for(scheme: str) -> str:
    """The number that belongs on the declaration of a consignment cleared by `scheme`, or "" where none does.

    A consignment cleared in parts names several schemes ("IOSS+standard"); a variant of one ("CN-CBEC-full") uses its number.
    """
    parts = scheme.split("+")
    numbers = _numbers().items()
    return next((number for name, number in numbers if any(part.startswith(name) for part in parts)), "")


def _numbers() -> Mapping[str, str]:
    numbers: Mapping[str, str] = settings.REGISTRATIONS
    return numbers
