"""What a rule finds on a sheet, before limits and rounding: one finding per line, heading or parcel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from logistics.landed_cost.base import GOODS, Base
from logistics.landed_cost.evidence import Evidence
from logistics.landed_cost.rate import Measure, Need, Rate, Unknown
from logistics.landed_cost.rate_table import RateRow, RateTable
from logistics.landed_cost.refusals import CannotQuote, Reason
from logistics.landed_cost.rule import ByRate, Flat, Rule, Scale
from logistics.landed_cost.sheet import Row, Sheet

_PREFERENCE = "preferential rate for a proof of origin"
_MISSING: tuple[tuple[Need, Reason], ...] = (
    ("weight", "missing_weight"),
    ("volume", "missing_volume"),
    ("alcohol", "missing_alcohol"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An unrounded amount on a base. `rows` are the lines it is about; `line_id` None means the whole parcel."""

    rows: Sequence[Row]
    line_id: str | None
    base: Decimal
    rate: Decimal | None
    amount: Decimal
    evidence: Evidence
    note: str = ""


def find(rule: Rule, sheet: Sheet) -> list[Finding]:
    """Everything a rule finds on a sheet. Raises CannotQuote when a rate it needs is not known."""
    rows = sheet.rows_under(rule)
    if not rows:
        return []
    shape = rule.shape
    if isinstance(shape, ByRate):
        return _by_rate(rule, shape, sheet, rows)
    if isinstance(shape, Flat):
        return _FLAT[shape.per](rule, sheet, rows)
    return [_by_scale(rule, shape, sheet, rows)]


def _by_rate(rule: Rule, shape: ByRate, sheet: Sheet, rows: list[Row]) -> list[Finding]:
    if rule.level == "consignment":
        return [_on_all(shape, sheet, rows)]
    found = []
    for row in rows:
        rated = _rate_of(shape.table, row, sheet)
        if rated is not None:
            found.append(_on_row(shape, rated, row, sheet))
    return found


def _on_row(shape: ByRate, rated: RateRow, row: Row, sheet: Sheet) -> Finding:
    base = shape.base.rounded(shape.base.of(row.amounts, personal=row.line.personal))
    amount = _amount(shape, rated, base, (sheet, (row,)))
    note = "" if rated.rate.percent is not None else rated.text
    if shape.preference is not None and row.line.proof_of_origin:
        better = _row_of(shape.preference, row, sheet)
        if better is not None and not isinstance(better.rate, Unknown):
            lower = _amount(shape, better, base, (sheet, (row,)))
            if lower < amount:
                rated, amount, note = better, lower, f"{_PREFERENCE}: {better.text}"
    return Finding((row,), row.line.line_id, base, rated.rate.percent, amount, rated.evidence, note)


def _on_all(shape: ByRate, sheet: Sheet, rows: list[Row]) -> Finding:
    rated = _rate_of(shape.table, rows[0], sheet)
    if rated is None:
        raise CannotQuote(reason="no_rate", detail=shape.table.name)
    base = shape.base.rounded(_sum_base(shape.base, rows))
    amount = _amount(shape, rated, base, (sheet, rows))
    return Finding(rows, None, base, rated.rate.percent, amount, rated.evidence)


def _rate_of(table: RateTable, row: Row, sheet: Sheet) -> RateRow | None:
    line = row.line
    if table.by_code and not line.hs_code:
        raise CannotQuote(reason="missing_hs_code", line_id=line.line_id, detail=table.name)
    found = _row_of(table, row, sheet)
    if not table.complete if found is None else isinstance(found.rate, Unknown):
        detail = " · ".join(filter(None, (table.name, line.hs_code, line.origin)))
        raise CannotQuote(reason="no_rate", line_id=line.line_id, detail=detail)
    return found


def _row_of(table: RateTable, row: Row, sheet: Sheet) -> RateRow | None:
    line = row.line
    if line.hs_version == table.hs_version:
        return table.find(line.hs_code, row.wanted)
    codes = sheet.facts.codes(line, table.hs_version)
    found = [table.find(code, row.wanted) for code in codes]
    if any(
        other != found[0] and (not other or not found[0] or other.text != found[0].text) for other in found
    ):
        detail = f"{line.hs_code} ({line.hs_version}): {', '.join(codes)} ({table.hs_version})"
        raise CannotQuote(reason="ambiguous_hs_code", line_id=line.line_id, detail=detail)
    return found[0]


def _amount(shape: ByRate, rated: RateRow, base: Decimal, goods: tuple[Sheet, Sequence[Row]]) -> Decimal:
    percent = rated.rate.percent
    if percent is None:
        sheet, rows = goods
        return _by_measure(rated.rate, _measure(sheet, base, rows), rows[0].line.line_id)
    return base / (1 - percent) * percent if shape.grossed_up else base * percent


def _measure(sheet: Sheet, base: Decimal, rows: Sequence[Row]) -> Measure:
    first = rows[0].line
    return Measure(
        base,
        sum(row.line.weight_grams for row in rows),
        sum(row.line.quantity for row in rows),
        sheet.facts.exchange.amount,
        sum(row.line.volume_ml for row in rows),
        first.alcohol_percent if len(rows) == 1 else None,
    )


def _by_measure(rate: Rate, measure: Measure, line_id: str) -> Decimal:
    for need, reason in _MISSING:
        if need in rate.needs and need in measure.missing:
            raise CannotQuote(reason=reason, line_id=line_id)
    return rate.of(measure)


def _sum_base(base: Base, rows: list[Row]) -> Decimal:
    return sum((base.of(row.amounts, personal=row.line.personal) for row in rows), Decimal(0))


def _by_scale(rule: Rule, scale: Scale, sheet: Sheet, rows: list[Row]) -> Finding:
    base = scale.base.rounded(_sum_base(scale.base, rows))
    exchange = sheet.facts.exchange
    for band in scale.bands:
        if band.up_to is None or base <= exchange.amount(band.up_to, scale.currency):
            deduct = exchange.amount(band.deduct, scale.currency)
            amount = max(base * band.rate - deduct, Decimal(0))
            note = f"less {band.deduct} {scale.currency}" if band.deduct else ""
            return Finding(rows, None, base, band.rate, amount, rule.evidence, note)
    raise CannotQuote(reason="over_limit", detail=f"{rule.rule_id} ≤ {scale.bands[-1].up_to}")


def _per_line(rule: Rule, sheet: Sheet, rows: list[Row]) -> list[Finding]:
    return [_flat(rule, sheet, [row], line_id=row.line.line_id) for row in rows]


def _per_unit(rule: Rule, sheet: Sheet, rows: list[Row]) -> list[Finding]:
    return [_flat(rule, sheet, [row], line_id=row.line.line_id, times=row.line.quantity) for row in rows]


def _per_parcel(rule: Rule, sheet: Sheet, rows: list[Row]) -> list[Finding]:
    return [_flat(rule, sheet, rows, line_id=None)]


def _per_heading(rule: Rule, sheet: Sheet, rows: list[Row]) -> list[Finding]:
    headings: dict[str, list[Row]] = {}
    for row in rows:
        if not row.line.hs_code:
            raise CannotQuote(reason="missing_hs_code", line_id=row.line.line_id, detail=rule.rule_id)
        headings.setdefault(row.line.hs_code[:6], []).append(row)
    return [_flat(rule, sheet, some, line_id=some[0].line.line_id) for some in headings.values()]


def _flat(rule: Rule, sheet: Sheet, rows: Sequence[Row], *, line_id: str | None, times: int = 1) -> Finding:
    shape = rule.shape
    assert isinstance(shape, Flat)  # noqa: S101  # only reached through the table of flat charges
    amount = sheet.facts.exchange.amount(shape.amount, shape.currency) * times
    base = sum((row.amounts[GOODS] for row in rows), Decimal(0))
    lines = ", ".join(row.line.line_id for row in rows)
    note = f"once for lines {lines}" if line_id is not None and len(rows) > 1 else ""
    return Finding(rows, line_id, base, None, amount, rule.evidence, note)


_FLAT: dict[str, Callable[[Rule, Sheet, list[Row]], list[Finding]]] = {
    "line": _per_line,
    "unit": _per_unit,
    "parcel": _per_parcel,
    "hs6": _per_heading,
}
