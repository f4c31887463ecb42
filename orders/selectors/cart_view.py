"""A cart at today's prices, with an estimate of the price at a door in its market."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.selectors.variants import variant_facts
from localization.money import total
from localization.places import territory_of
from localization.refusals import Refusal
from localization.selectors import market as market_of
from orders.quoting import Destination, Rules, WantedLine, by_warehouse, make_quote, unit_price
from orders.restricting import refused_everywhere
from orders.route import merged
from orders.selectors.carts import cart_of, quantities
from orders.selectors.gathering import rules_for, wanted_parcels
from orders.selectors.parcel_views import door, parcel_views, speaking
from orders.values.pages import CartGroup, CartView, Estimate, LineView, NoEstimate


def cart_view(token: str, language: str) -> CartView:
    """The cart in a language. A line that cannot be bought any more says why and counts for nothing.

    Raises CartNotFound; RateUnavailable while the market's currency is closed for sale.
    """
    cart = cart_of(token)
    rules = rules_for(market_of(cart.market))
    wanted = _wanted(quantities(cart), language)
    with speaking(language):
        lines = {line.facts.variant_id: _line_view(line, rules) for line in wanted}
        good = tuple(line for line in wanted if not lines[line.facts.variant_id].problem)
        estimate = _estimate(good, rules, language) if good else None
    return CartView(
        token=cart.token,
        market=cart.market,
        language=language,
        currency=rules.market.currency,
        quantity=sum(line.quantity for line in wanted),
        lines=tuple(lines.values()),
        groups=_groups(wanted, lines, rules.market.currency),
        goods=total((view.amount for view in lines.values() if not view.problem), rules.market.currency),
        estimate=estimate,
    )


def _wanted(pieces: Mapping[int, int], language: str) -> tuple[WantedLine, ...]:
    facts = variant_facts(tuple(pieces), language=language)
    return tuple(WantedLine(facts[id_], quantity) for id_, quantity in pieces.items() if id_ in facts)


def _line_view(line: WantedLine, rules: Rules) -> LineView:
    facts, price = line.facts, unit_price(line.facts, rules)
    return LineView(
        variant_id=facts.variant_id,
        sku=facts.sku,
        handle=facts.handle,
        title=facts.title,
        option_label=facts.option_label,
        merchant_name=facts.merchant_name,
        picture=facts.picture,
        tint=facts.tint,
        quantity=line.quantity,
        unit_price=price,
        amount=price * line.quantity,
        available=max(facts.available, 0),
        problem=_problem(line, rules),
    )


def _problem(line: WantedLine, rules: Rules) -> str:
    facts, quantity = line.facts, line.quantity
    if not facts.listed:
        return _("No longer for sale")
    left = max(facts.available, 0)
    if left == 0:
        return _("Sold out")
    if left < quantity:
        return ngettext("Only %(left)s left", "Only %(left)s left", left) % {"left": left}
    restricted = refused_everywhere(line, rules=rules)
    return str(restricted) if restricted else ""


def _groups(
    wanted: tuple[WantedLine, ...], lines: Mapping[int, LineView], currency: str
) -> tuple[CartGroup, ...]:
    return tuple(
        CartGroup(
            merchant_code=group[0].facts.merchant_code,
            merchant_name=group[0].facts.merchant_name,
            warehouse_code=warehouse,
            origin_city=group[0].facts.origin_city,
            lines=tuple(lines[line.facts.variant_id] for line in group),
            goods=total((lines[line.facts.variant_id].amount for line in group), currency),
        )
        for warehouse, group in by_warehouse(wanted).items()
    )


def _estimate(lines: tuple[WantedLine, ...], rules: Rules, language: str) -> Estimate | NoEstimate:
    country = rules.market.home_country
    to = Destination(territory=territory_of(country), country=country)
    try:
        parcels = wanted_parcels(lines, to=to.territory, rules=rules, chosen={})
        body = make_quote(parcels, to=to, rules=rules, language=language)
    except Refusal as no:
        return NoEstimate(country=country, code=no.code, reason=str(no))
    views = parcel_views(body.parcels, to=door(country, None, language))
    return Estimate(
        country=country,
        parcels=views,
        totals=body.totals,
        journey=merged([view.journey for view in views]),
    )
