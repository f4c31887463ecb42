"""The engine: one consignment, the tariff book and the exchange rates in; every charge with its reason out."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext_noop
from moneyed import Money

from localization.money import quantum
from localization.rates import FxRate, FxTable
from logistics.landed_cost.apply import Owed, apply_scheme
from logistics.landed_cost.book import TariffBook
from logistics.landed_cost.charges import Charge, Collected, LandedCost, Relief
from logistics.landed_cost.consignment import Consignment, CustomsLine
from logistics.landed_cost.facts import Exchange, Facts, gather
from logistics.landed_cost.pack import Scheme
from logistics.landed_cost.refusals import CannotQuote
from logistics.landed_cost.routing import Routed, route
from logistics.landed_cost.sheet import open_sheet

CLEARANCE_TITLE = gettext_noop("Customs clearance by the carrier")


def landed_cost(consignment: Consignment, *, tariffs: TariffBook, fx: FxTable) -> LandedCost:
    """Duty, tax and fees of a consignment on its day, in its currency.

    Reckoned in the currency of the destination's pack with that country's rounding, then converted. The order of the lines
    does not matter. Raises CannotQuote and RateUnavailable; never answers zero for what is not known.
    """
    pack = tariffs.pack(consignment.destination.code, consignment.on)
    facts = gather(consignment, Exchange(fx, pack.currency), tariffs.correlation)
    if facts.border in ("customs", "fiscal"):
        for line in facts.lines:
            _check(line)
    routed = route(pack, facts)
    out = Exchange(fx, consignment.currency)
    charges = tuple(charge for one in routed for charge in _charges(one, facts, out))
    if consignment.clearance_fee and facts.border in ("customs", "fiscal"):
        charges = (*charges, _clearance(consignment, out.money(consignment.clearance_fee)))
    return LandedCost(
        charges=charges,
        scheme="+".join(one.scheme.scheme_id for one in routed),
        collected=_collected(routed),
        currency=consignment.currency,
        pack_version=pack.version,
        reliefs=tuple(_reliefs(routed, facts)),
        warnings=tuple(dict.fromkeys(warning for one in routed for warning in one.warnings)),
        fx=_used(facts.exchange, out),
    )


def _check(line: CustomsLine) -> None:
    code = line.hs_code
    if not (code.isascii() and code.isdigit() and 6 <= len(code) <= 10):
        raise CannotQuote(reason="missing_hs_code", line_id=line.line_id, detail=code)
    if not (line.origin.isascii() and line.origin.isupper() and len(line.origin) == 2):
        raise CannotQuote(reason="missing_origin", line_id=line.line_id, detail=line.origin)
    if line.weight_grams == 0:
        raise CannotQuote(reason="missing_weight", line_id=line.line_id)


def _charges(routed: Routed, facts: Facts, out: Exchange) -> Iterable[Charge]:
    sheet = open_sheet(facts, routed.scheme, routed.positions)
    code = facts.exchange.currency
    step = quantum(code)
    for owed in apply_scheme(sheet):
        base = out.money(Money(owed.finding.base.quantize(step), code))
        amount = out.money(Money(owed.amount.quantize(step), code))
        charge = _charge(owed, routed.scheme, base, amount)
        if owed.waived_up_to is not None:
            charge = replace(charge, waived_up_to=Money(owed.waived_up_to.quantize(step), code))
        yield charge


def _charge(owed: Owed, scheme: Scheme, base: Money, amount: Money) -> Charge:
    rule, finding = owed.rule, owed.finding
    evidence = finding.evidence
    return Charge(
        kind=rule.kind,
        authority=rule.authority,
        line_id=finding.line_id,
        base=base,
        rate=_effective(finding.rate, rule.limits.factor),
        amount=amount,
        rule=rule.rule_id,
        scheme=scheme.scheme_id,
        source=evidence.source,
        effective_from=evidence.period.first,
        effective_to=evidence.period.last,
        confidence=evidence.confidence,
        note=owed.note,
        title=rule.title,
        collected=rule.collected or scheme.collected,
    )


def _clearance(consignment: Consignment, fee: Money) -> Charge:
    """The carrier's own fee: no authority's rule, so its source is the service that was chosen, on the day of the quote."""
    return Charge(
        kind="fee",
        authority="carrier",
        line_id=None,
        base=fee,
        rate=None,
        amount=fee,
        rule="clearance-fee",
        scheme="",
        source="freight service",
        effective_from=consignment.on,
        effective_to=None,
        confidence="H",
        title=CLEARANCE_TITLE,
        collected="checkout" if consignment.incoterm == "DDP" else "border",
    )


def _effective(rate: Decimal | None, factor: Decimal) -> Decimal | None:
    return rate if rate is None or factor == 1 else rate * factor


def _reliefs(routed: list[Routed], facts: Facts) -> Iterable[Relief]:
    """The schemes that let goods in over a customs border without duty."""
    if facts.border != "customs":
        return
    for one in routed:
        scheme = one.scheme
        kinds = {rule.kind for rule in scheme.rules if rule.evidence.period.covers(facts.consignment.on)}
        if "duty" not in kinds:
            yield Relief(
                scheme=scheme.scheme_id,
                title=scheme.title,
                of_tax=not kinds - {"fee"},
                source=scheme.evidence.source,
                effective_from=scheme.evidence.period.first,
                effective_to=scheme.evidence.period.last,
                confidence=scheme.evidence.confidence,
            )


def _collected(routed: list[Routed]) -> Collected:
    return "checkout" if all(one.scheme.collected == "checkout" for one in routed) else "border"


def _used(*exchanges: Exchange) -> tuple[FxRate, ...]:
    used = {(rate.source, rate.target): rate for exchange in exchanges for rate in exchange.used.values()}
    return tuple(used[pair] for pair in sorted(used))
