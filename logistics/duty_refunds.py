"""What becomes of duty and tax when goods go back: which part the buyer gets, which part is claimed, which stays owed. Pure.

Each scheme's terms are data of its tariff pack (`refund`). Where a pack says nothing, tax on the sale itself comes back by
correcting our own return, and what was owed for the import comes back from the authority when it is asked with proof of the
return: a careful guess (confidence BG), since most laws let the duty on returned distance sales be repaid on request
(for the EU: Delegated Regulation 2015/2446, article 148(3), within 90 days).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from moneyed import Money

from localization.money import split, total
from logistics.landed_cost.book import TariffBook
from logistics.landed_cost.charges import Charge
from logistics.landed_cost.pack import RefundTerms, RefundWay

_SUPPLY_TAXES = frozenset({"vat", "gst", "sales_tax", "consumption_tax"})


@dataclass(frozen=True, kw_only=True)
class ReturnedLine:
    """A line of the parcel and how many pieces of it go back; `value` is the whole line's, without tax."""

    line_id: str
    value: Money
    quantity: int
    returned: int

    def __post_init__(self) -> None:
        if not 0 <= self.returned <= self.quantity or self.quantity < 1:
            raise ValueError(f"line {self.line_id}: {self.returned} of {self.quantity} cannot go back")


@dataclass(frozen=True, kw_only=True)
class RefundPart:
    """The part of a charge that belongs to what goes back, and by which way it comes back, or "none"."""

    charge: Charge
    amount: Money
    way: RefundWay


def refundable(
    charges: Iterable[Charge],
    lines: Sequence[ReturnedLine],
    *,
    terms: Mapping[str, RefundTerms],
    days_since_release: int | None,
) -> tuple[RefundPart, ...]:
    """For each charge its part for the returned pieces; a charge of the whole parcel is shared by the lines' values.

    `terms` by scheme. `days_since_release` is None when customs never let the goods in: then no duty or tax arose, and all
    of it comes back. Fees are paid for work that was done, and are kept. What goes back and what stays add up to the charge.
    """
    parts = []
    for charge in charges:
        share = _share(charge, lines)
        if share:
            way = _way(charge, terms.get(charge.scheme), days_since_release)
            parts.append(RefundPart(charge=charge, amount=share, way=way))
    return tuple(parts)


def to_buyer(parts: Iterable[RefundPart], currency: str) -> Money:
    """What the buyer gets back of duty and tax: what we correct, and what we claim in the buyer's stead."""
    return total((part.amount for part in parts if part.way != "none"), currency)


def terms_in(book: TariffBook, territory: str, on: date) -> Mapping[str, RefundTerms]:
    """The refund terms of a territory's schemes on the day of import, by scheme. Empty where no pack says anything."""
    pack = book.packs.get(territory)
    schemes = pack.schemes if pack else ()
    return {
        scheme.scheme_id: scheme.refund
        for scheme in schemes
        if scheme.refund and scheme.evidence.period.covers(on)
    }


def _share(charge: Charge, lines: Sequence[ReturnedLine]) -> Money:
    """Of a line's charge the share of its pieces, of a parcel's the share of its value that goes back."""
    if charge.line_id is not None:
        line = next((line for line in lines if line.line_id == charge.line_id), None)
        if line is None:
            return charge.amount * 0
        return split(charge.amount, [line.returned, line.quantity - line.returned])[0]
    by_line = split(charge.amount, [line.value.amount for line in lines])
    pairs = zip(by_line, lines, strict=True)
    back = (split(part, [line.returned, line.quantity - line.returned])[0] for part, line in pairs)
    return total(back, charge.amount.currency.code)


def _way(charge: Charge, terms: RefundTerms | None, days: int | None) -> RefundWay:
    if days is None:
        return "full"
    if charge.kind == "fee":
        return "none"
    if terms is None:
        return "full" if charge.kind in _SUPPLY_TAXES and charge.collected == "checkout" else "claim"
    if terms.within_days is not None and days > terms.within_days:
        return "none"
    return terms.duty if charge.kind == "duty" else terms.tax
