"""The pure rule of an offer: what one unit costs at a door in the market's home country."""

from datetime import datetime

from catalog.values import OfferFigures, VariantFacts
from localization.money import zero
from localization.refusals import Refusal
from logistics.landed_cost import CannotQuote
from orders.quoting import Destination, Rules, WantedParcel, quote_parcel, used_rates
from orders.refusals import CannotPriceLine
from orders.values.quote import QuotedParcel, UsedRate


def offer_figures(unit: WantedParcel, *, to: Destination, rules: Rules, at: datetime) -> OfferFigures:
    """The figures of one unit: `delivered` is everything, its freight included. Raises what `quote_parcel` raises."""
    parcel = quote_parcel(unit, to=to, rules=rules)
    totals = parcel.totals
    return OfferFigures(
        variant_id=parcel.lines[0].variant_id,
        market=rules.market.code,
        goods=totals.goods,
        duty=totals.duty,
        tax=totals.tax,
        fees=totals.fees,
        delivered=totals.total,
        freight=totals.freight,
        scheme=parcel.landed.scheme[:60],
        priced_at=at,
        fx=_rates_text(unit, parcel, rules),
    )


def refused_figures(facts: VariantFacts, no: Refusal, *, rules: Rules, at: datetime) -> OfferFigures:
    """The figures of a variant that cannot be quoted in a market: no amount, and the code of why."""
    nothing = zero(rules.market.currency)
    return OfferFigures(
        variant_id=facts.variant_id,
        market=rules.market.code,
        goods=nothing,
        duty=nothing,
        tax=nothing,
        fees=nothing,
        delivered=nothing,
        freight=nothing,
        refusal=refusal_code(no),
        scheme="",
        priced_at=at,
        fx="",
    )


def refusal_code(no: Refusal) -> str:
    """Why it cannot be quoted, as narrow as known: "no_rate" rather than "cannot_quote"."""
    reason = no.reason if isinstance(no, CannotQuote | CannotPriceLine) else no.code
    return reason[:40]


def _rates_text(unit: WantedParcel, parcel: QuotedParcel, rules: Rules) -> str:
    return "; ".join(_rate_text(rate) for rate in used_rates((unit,), (parcel,), rules))[:200]


def _rate_text(rate: UsedRate) -> str:
    return f"{rate.source}/{rate.target} {rate.rate:f} ({rate.provider}, {rate.day})"
