"""Local rounding: the step a country rounds its bases and taxes to, and in which direction."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

_DECIMAL_STEPS = frozenset(Decimal(1).scaleb(-places) for places in range(5))
MODES = {"nearest": ROUND_HALF_UP, "down": ROUND_DOWN, "up": ROUND_UP}


@dataclass(frozen=True, slots=True)
class Rounding:
    """Round to a multiple of `step` (0.01, 0.05, 1, 1000) of a currency, in one of MODES."""

    step: Decimal
    mode: str = ROUND_HALF_UP

    def apply(self, amount: Decimal) -> Decimal:
        """The amount rounded."""
        if self.step in _DECIMAL_STEPS:
            return amount.quantize(self.step, rounding=self.mode)
        return (amount / self.step).to_integral_value(rounding=self.mode) * self.step
