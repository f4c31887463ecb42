"""Applies the rules of a scheme to its lines, one after the other: discount, netting, rounding, floor, cap, waiver."""

from dataclasses import dataclass, replace
from decimal import Decimal

from logistics.landed_cost.findings import Finding, find
from logistics.landed_cost.rule import NO_LIMITS, Limits, Rule
from logistics.landed_cost.sheet import Sheet

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Owed:
    """A finished amount of a rule in the pack's currency, with the finding it comes from.

    `waived_up_to` is the limit, in that currency too, under which the amount is not collected; None when it is.
    """

    rule: Rule
    finding: Finding
    amount: Decimal
    note: str
    waived_up_to: Decimal | None = None


def apply_scheme(sheet: Sheet) -> list[Owed]:
    """What every rule in force finds on the sheet, in the order of the scheme, its waivers applied at the end."""
    on = sheet.facts.consignment.on
    owed: list[Owed] = []
    for rule in sheet.scheme.rules:
        if rule.evidence.period.covers(on):
            owed.extend(_apply(rule, sheet))
    return _waive_scheme(owed, sheet) if sheet.scheme.waivers else owed


def _apply(rule: Rule, sheet: Sheet) -> list[Owed]:
    findings = find(rule, sheet)
    if not findings:
        return []
    amounts = [_limited(rule, finding) for finding in findings]
    statutory = amounts
    if rule.limits.factor != 1:
        statutory = [rule.rounding.apply(finding.amount) for finding in findings]
    waived_up_to = rule.limits.waived_up_to
    if waived_up_to is not None and 0 < sum(amounts) <= waived_up_to:
        amounts = [_ZERO] * len(amounts)
    else:
        waived_up_to = None
    for finding, amount, before in zip(findings, amounts, statutory, strict=True):
        _post(rule, sheet, finding, (amount, before))
    return [
        _owed(rule, finding, amount, waived_up_to) for finding, amount in zip(findings, amounts, strict=True)
    ]


def _limited(rule: Rule, finding: Finding) -> Decimal:
    limits = rule.limits
    if limits is NO_LIMITS:
        return rule.rounding.apply(finding.amount)
    amount = rule.rounding.apply(finding.amount * limits.factor)
    if limits.net_of:
        off = sum((row.amounts[part] for row in finding.rows for part in limits.net_of), _ZERO)
        amount = max(amount - off, _ZERO)
    if limits.at_least is not None:
        amount = max(amount, limits.at_least)
    return amount if limits.at_most is None else min(amount, limits.at_most)


def _post(rule: Rule, sheet: Sheet, finding: Finding, amounts: tuple[Decimal, Decimal]) -> None:
    amount, statutory = amounts
    if len(finding.rows) == 1:
        sheet.post(rule, finding.rows[0], amount=amount, statutory=statutory)
        return
    shares = zip(
        finding.rows, sheet.spread(amount, finding.rows), sheet.spread(statutory, finding.rows), strict=True
    )
    for row, part, part_before in shares:
        sheet.post(rule, row, amount=part, statutory=part_before)


def _owed(rule: Rule, finding: Finding, amount: Decimal, waived_up_to: Decimal | None) -> Owed:
    notes = {
        _factor_note(rule.limits): None,
        finding.note: None,
        finding.evidence.note: None,
        rule.evidence.note: None,
    }
    notes.pop("", None)
    return Owed(rule, finding, amount, "; ".join(notes), waived_up_to)


def _factor_note(limits: Limits) -> str:
    if limits is NO_LIMITS or limits.factor == 1:
        return ""
    return f"× {limits.factor.normalize():f} of the statutory rate"


def _waive_scheme(owed: list[Owed], sheet: Sheet) -> list[Owed]:
    for waiver in sheet.scheme.waivers:
        mine = [one for one in owed if one.rule.rule_id in waiver.rules]
        if 0 < sum(one.amount for one in mine) <= waiver.up_to:
            owed = [_waived(one, waiver.up_to) if one in mine else one for one in owed]
    return owed


def _waived(owed: Owed, up_to: Decimal) -> Owed:
    return replace(owed, amount=_ZERO, waived_up_to=up_to)
