"""A landed cost printed for people: each charge with its base, rate, rule and source."""

from collections.abc import Iterator

from moneyed import Money

from logistics.landed_cost import Charge, Consignment, LandedCost, Relief


def quote_text(landed: LandedCost, consignment: Consignment, *, goods: Money, delivered: Money) -> str:
    """The whole answer as plain English text, the same for the same answer."""
    return "\n".join(_lines(landed, consignment, (goods, delivered))) + "\n"


def _lines(landed: LandedCost, consignment: Consignment, sums: tuple[Money, Money]) -> Iterator[str]:
    goods, delivered = sums
    yield f"{consignment.ship_from.code} -> {consignment.destination.code} on {consignment.on}, scheme {landed.scheme}"
    yield f"tariff {landed.pack_version}, collected at {landed.collected}"
    yield ""
    yield f"  goods      {_amount(goods)}"
    yield f"  freight    {_amount(consignment.freight)}"
    yield f"  insurance  {_amount(consignment.insurance)}"
    for charge in landed.charges:
        yield from _charge(charge)
    for relief in landed.reliefs:
        yield from _relief(relief)
    yield f"  delivered  {_amount(delivered)}"
    if landed.fx:
        yield ""
    for rate in landed.fx:
        yield f"  1 {rate.source} = {rate.rate} {rate.target} ({rate.provider}, {rate.day})"
    for warning in landed.warnings:
        yield f"  ! {warning}"


def _charge(charge: Charge) -> Iterator[str]:
    rate = f"{(charge.rate * 100).normalize():f} %" if charge.rate is not None else "amount"
    line = f"line {charge.line_id}" if charge.line_id is not None else "parcel"
    until = f" to {charge.effective_to}" if charge.effective_to else ""
    yield f"  {charge.kind:<10} {_amount(charge.amount)}  {line}: {rate} on {_amount(charge.base).strip()}"
    yield f"             rule {charge.rule} ({charge.scheme}), {charge.authority}, from {charge.effective_from}{until}"
    yield f"             source [{charge.confidence}] {charge.source}"
    if charge.waived_up_to is not None:
        yield f"             not collected up to {_amount(charge.waived_up_to).strip()}"
    if charge.note:
        yield f"             note: {charge.note}"


def _relief(relief: Relief) -> Iterator[str]:
    what = "duty and tax" if relief.of_tax else "duty"
    until = f" to {relief.effective_to}" if relief.effective_to else ""
    yield f"  relief     no {what}: {relief.title or relief.scheme}"
    yield f"             scheme {relief.scheme}, from {relief.effective_from}{until}"
    yield f"             source [{relief.confidence}] {relief.source}"


def _amount(money: Money) -> str:
    return f"{money.amount:>12} {money.currency.code}"
