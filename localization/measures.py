"""Weights and lengths: grams and millimetres everywhere inside, converted only at the edge."""

from decimal import Decimal

GRAMS_PER_KILOGRAM = 1000
# International avoirdupois pound and ounce, exact since 1959-07-01; inch, exact (25.4 mm).
GRAMS_PER_UNIT = {
    "g": Decimal(1),
    "kg": Decimal(GRAMS_PER_KILOGRAM),
    "lb": Decimal("453.59237"),
    "oz": Decimal("28.349523125"),
}
MILLIMETRES_PER_UNIT = {"mm": Decimal(1), "cm": Decimal(10), "m": Decimal(1000), "in": Decimal("25.4")}


class UnknownUnit(ValueError):
    """No unit of weight or length that we can read."""


def kilograms(grams: int) -> Decimal:
    """Grams as kilograms, exact: 1250 is Decimal("1.25")."""
    return Decimal(grams) / GRAMS_PER_KILOGRAM


def grams(amount: Decimal, unit: str) -> int:
    """A weight in g, kg, lb or oz as whole grams, rounded half up. Raises UnknownUnit."""
    return _whole(amount, unit, GRAMS_PER_UNIT)


def millimetres(amount: Decimal, unit: str) -> int:
    """A length in mm, cm, m or in as whole millimetres, rounded half up. Raises UnknownUnit."""
    return _whole(amount, unit, MILLIMETRES_PER_UNIT)


def volumetric_grams(length_mm: int, width_mm: int, height_mm: int, *, divisor: int) -> int:
    """Volumetric weight in grams: cubic centimetres per kilogram is the carrier's `divisor` (often 5000 or 6000)."""
    cubic_mm = Decimal(length_mm) * width_mm * height_mm
    return _rounded(cubic_mm / divisor)


def _whole(amount: Decimal, unit: str, factors: dict[str, Decimal]) -> int:
    try:
        return _rounded(amount * factors[unit.strip().lower()])
    except KeyError:
        raise UnknownUnit(unit) from None


def _rounded(amount: Decimal) -> int:
    return int(amount.to_integral_value(rounding="ROUND_HALF_UP"))
