"""Which registration number belongs on the declaration of a parcel.

A number goes to carrier and customs alone, never on a page or the outside of a parcel.
"""

from datetime import date

from logistics.selectors.registrations import registrations_on


def number_for(scheme: str, *, on: date, holder: str = "") -> str:
    """The number that was in force on a day for a consignment cleared by `scheme`, or "" where none belongs on it.

    `holder` is the merchant's code: an own registration counts where the shop has none. A consignment cleared in parts
    names several schemes ("IOSS+standard"); a variant of one ("CN-CBEC-full") uses its number.
    """
    parts = scheme.split("+")
    numbers = registrations_on(on, holder).items()
    return next((number for code, number in numbers if any(part.startswith(code) for part in parts)), "")
