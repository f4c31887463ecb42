"""Gathers the facts a price follows from: variants, freight services, rates, tariffs."""

from collections.abc import Iterable, Mapping

from catalog.selectors.variants import variant_facts
from localization import clock
from localization.places import Territory
from localization.selectors import fx_table
from localization.values import MarketInfo
from logistics.restrictions import Way
from logistics.selectors.freight import freight_options
from logistics.selectors.registrations import registered_by_holder
from logistics.selectors.restrictions import restriction_book
from logistics.selectors.tariffs import tariff_book
from logistics.values import FreightOption, FreightQuery
from orders.quoting import Rules, WantedLine, WantedParcel, by_warehouse
from orders.refusals import NoDelivery, NotForSale
from orders.restricting import notices, unrestricted, way_of


def rules_for(market: MarketInfo) -> Rules:
    """The rules of today in a market. No query when warm."""
    today = clock.today()
    return Rules(
        market=market,
        tariffs=tariff_book(),
        fx=fx_table(),
        registrations=registered_by_holder(today),
        on=today,
        restrictions=restriction_book(),
    )


def wanted_lines(quantities: Mapping[int, int], language: str) -> tuple[WantedLine, ...]:
    """The lines with their facts, texts in `language`. Raises NotForSale for a variant nobody sells."""
    facts = variant_facts(tuple(quantities), language=language)
    for variant_id in quantities:
        if variant_id not in facts or not facts[variant_id].listed:
            raise NotForSale(variant_id=variant_id)
    return tuple(WantedLine(facts[variant_id], quantity) for variant_id, quantity in quantities.items())


def wanted_parcels(
    lines: Iterable[WantedLine],
    *,
    to: Territory,
    rules: Rules,
    chosen: Mapping[str, str],
    region: str = "",
) -> tuple[WantedParcel, ...]:
    """The lines as parcels with their freight services, the one chosen for the warehouse first.

    `region` is the destination's subdivision, "" while it is not known. Raises NoDelivery, or Restricted when no
    service may carry a parcel.
    """
    return tuple(
        _parcel(
            group,
            way=way_of(group[0].facts, to=to, region=region),
            rules=rules,
            code=chosen.get(warehouse, ""),
        )
        for warehouse, group in by_warehouse(lines).items()
    )


def _parcel(lines: tuple[WantedLine, ...], *, way: Way, rules: Rules, code: str) -> WantedParcel:
    options = _options(lines, way=way, rules=rules, code=code)
    said = notices(lines, options[0], way=way, rules=rules)
    return WantedParcel(lines=lines, options=options, notices=said)


def _options(
    lines: tuple[WantedLine, ...], *, way: Way, rules: Rules, code: str
) -> tuple[FreightOption, ...]:
    facts = lines[0].facts
    query = FreightQuery(
        ship_from=facts.ship_from,
        destination=way.destination,
        weight_grams=sum(line.facts.weight_grams * line.quantity for line in lines),
        currency=rules.market.currency,
        fx=rules.fx,
        battery=any(line.facts.battery != "none" for line in lines),
    )
    # The price we name is the price at the door, so only services that clear customs for us are on offer.
    prepaid = (option for option in freight_options(query) if option.incoterm == "DDP")
    allowed = unrestricted(lines, prepaid, way=way, rules=rules)
    options = sorted(allowed, key=lambda option: (option.code != code, option.price.amount))
    if not options or (code and options[0].code != code):
        raise NoDelivery(merchant=facts.merchant_name, service=code)
    return tuple(options)
