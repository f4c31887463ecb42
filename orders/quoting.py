"""The pure rule that turns facts into a quote: price each line, clear each parcel at customs, freeze the answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from moneyed import Money

from catalog.pricing import market_price
from catalog.values import VariantFacts
from localization.addresses import Address
from localization.money import round_money, zero
from localization.places import Territory, territory_of
from localization.rates import FxRate, FxTable
from localization.values import MarketInfo
from logistics.landed_cost import CannotQuote, Consignment, CustomsLine, LandedCost, TariffBook, landed_cost
from logistics.landed_cost.notice import Notice
from logistics.restrictions import RestrictionBook
from logistics.values import FreightOption
from orders.refusals import CannotPriceLine
from orders.values.quote import DeliveryChoice, QuoteBody, QuotedLine, QuotedParcel, UsedRate


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What prices and charges follow from: market, tariffs, rates, registrations and the day.

    `registrations` are the schemes by holder: "" for the shop, a merchant's code for the shop's and that merchant's own.
    `bought` is what the buyer used of the destination's yearly limit, None where nobody counts.
    """

    market: MarketInfo
    tariffs: TariffBook
    fx: FxTable
    registrations: Mapping[str, frozenset[str]]
    on: date
    bought: Money | None = None
    restrictions: RestrictionBook = field(default_factory=RestrictionBook)

    def registered(self, merchant_code: str) -> frozenset[str]:
        """The schemes that a parcel of this merchant may enter under."""
        return self.registrations.get(merchant_code) or self.registrations.get("", frozenset())


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where to: a customs territory, and the address once there is one."""

    territory: Territory
    country: str
    address: Address | None = None

    @property
    def region(self) -> str:
        """The subdivision duty and tax may depend on (ISO 3166-2 without the country where tariffs ask), "" if unknown."""
        return self.address.region if self.address else ""


@dataclass(frozen=True)
class WantedLine:
    """So many pieces of a variant we know the facts of."""

    facts: VariantFacts
    quantity: int


@dataclass(frozen=True, kw_only=True)
class WantedParcel:
    """The lines of one warehouse with the freight services that could take them, the chosen one first.

    `notices` is what restrictions tell the buyer of these lines by the chosen service.
    """

    lines: tuple[WantedLine, ...]
    options: tuple[FreightOption, ...]
    notices: tuple[Notice, ...] = ()


def unit_price(facts: VariantFacts, rules: Rules) -> Money:
    """What one piece costs in the market, goods only. Raises RateUnavailable."""
    return round_money(market_price(facts.price, facts.own_prices, rules.market, rules.fx))


def by_warehouse(lines: Iterable[WantedLine]) -> Mapping[str, tuple[WantedLine, ...]]:
    """The lines grouped into parcels, one per warehouse, in the order of warehouse codes."""
    groups: dict[str, list[WantedLine]] = {}
    for line in lines:
        groups.setdefault(line.facts.warehouse_code, []).append(line)
    return {code: tuple(groups[code]) for code in sorted(groups)}


def make_quote(
    parcels: tuple[WantedParcel, ...], *, to: Destination, rules: Rules, language: str
) -> QuoteBody:
    """The frozen quote of these parcels. Raises CannotPriceLine, CannotQuote or RateUnavailable."""
    quoted = _quoted_parcels(parcels, to=to, rules=rules)
    return QuoteBody(
        market=rules.market.code,
        language=language,
        currency=rules.market.currency,
        country=to.country,
        territory=to.territory.code,
        address=to.address,
        on=rules.on,
        registrations=tuple(
            sorted({code for parcel in quoted for code in rules.registered(parcel.merchant_code)})
        ),
        rates=used_rates(parcels, quoted, rules),
        parcels=quoted,
    )


def _quoted_parcels(
    parcels: Iterable[WantedParcel], *, to: Destination, rules: Rules
) -> tuple[QuotedParcel, ...]:
    """Each parcel priced; what one uses of the buyer's yearly limit is gone for the next."""
    quoted: list[QuotedParcel] = []
    for parcel in parcels:
        one = quote_parcel(parcel, to=to, rules=rules)
        quoted.append(one)
        if rules.bought is not None:
            value = one.totals.goods + one.totals.freight
            used = rules.fx.rate(value.currency.code, rules.bought.currency.code).convert(value)
            rules = replace(rules, bought=rules.bought + used)
    return tuple(quoted)


def quote_parcel(parcel: WantedParcel, *, to: Destination, rules: Rules) -> QuotedParcel:
    """One parcel priced and cleared. Raises CannotPriceLine, CannotQuote or RateUnavailable."""
    lines = tuple(_quoted_line(line, rules) for line in parcel.lines)
    chosen = parcel.options[0]
    facts = parcel.lines[0].facts
    landed = _cleared(lines, chosen, facts=facts, to=to, rules=rules)
    return QuotedParcel(
        merchant_id=facts.merchant_id,
        merchant_code=facts.merchant_code,
        merchant_name=facts.merchant_name,
        warehouse_code=facts.warehouse_code,
        origin_city=facts.origin_city,
        ship_from=facts.ship_from,
        lines=lines,
        delivery=_choice(chosen),
        choices=tuple(_choice(option) for option in sorted(parcel.options, key=_cheapest_first)),
        landed=replace(landed, warnings=landed.warnings + parcel.notices),
    )


def _cleared(
    lines: tuple[QuotedLine, ...],
    chosen: FreightOption,
    *,
    facts: VariantFacts,
    to: Destination,
    rules: Rules,
) -> LandedCost:
    consignment = Consignment(
        destination=to.territory,
        region=to.region,
        ship_from=territory_of(facts.ship_from),
        lines=tuple(_customs_line(line) for line in lines),
        freight=chosen.price,
        insurance=zero(rules.market.currency),
        currency=rules.market.currency,
        on=rules.on,
        service_mode=chosen.mode,
        registrations=rules.registered(facts.merchant_code),
        incoterm=chosen.incoterm,
        buyer_year_to_date=rules.bought,
    )
    try:
        return landed_cost(consignment, tariffs=rules.tariffs, fx=rules.fx)
    except CannotQuote as no:
        line = next((line for line in lines if str(line.variant_id) == no.line_id), None)
        # A limit is the parcel's, even of one line, and its words say what helps.
        if line is None or no.reason == "over_limit":
            raise
        raise CannotPriceLine(sku=line.sku, title=line.title, reason=no.reason, detail=no.detail) from no


def _quoted_line(line: WantedLine, rules: Rules) -> QuotedLine:
    facts = line.facts
    price = unit_price(facts, rules)
    return QuotedLine(
        variant_id=facts.variant_id,
        sku=facts.sku,
        handle=facts.handle,
        title=facts.title,
        option_label=facts.option_label,
        picture=facts.picture,
        tint=facts.tint,
        quantity=line.quantity,
        unit_price=price,
        amount=price * line.quantity,
        hs_code=facts.hs_code,
        origin=facts.origin,
        weight_grams=facts.weight_grams,
        customs_description=facts.customs_description,
        category=facts.category_code,
        merchant_product_id=facts.merchant_product_id,
        manufacturer_product_id=facts.manufacturer_product_id,
    )


def _customs_line(line: QuotedLine) -> CustomsLine:
    return CustomsLine(
        line_id=str(line.variant_id),
        hs_code=line.hs_code,
        origin=line.origin,
        value=line.amount,
        quantity=line.quantity,
        weight_grams=line.weight_grams * line.quantity,
        description=line.customs_description,
        category=line.category,
    )


def _choice(option: FreightOption) -> DeliveryChoice:
    return DeliveryChoice(
        code=option.code,
        name=str(option.name),
        carrier=option.carrier,
        mode=option.mode,
        incoterm=option.incoterm,
        price=option.price,
        days_min=option.days_min,
        days_max=option.days_max,
    )


def _cheapest_first(option: FreightOption) -> tuple[object, ...]:
    return (option.price.amount, option.days_max, option.code)


def used_rates(
    parcels: tuple[WantedParcel, ...], quoted: tuple[QuotedParcel, ...], rules: Rules
) -> tuple[UsedRate, ...]:
    """Every exchange rate that made the price: those of converted prices, and those landed cost used."""
    used = [rate for parcel in quoted for rate in parcel.landed.fx]
    used += [
        rules.fx.rate(line.facts.price.currency.code, rules.market.currency)
        for parcel in parcels
        for line in parcel.lines
        if rules.market.currency not in line.facts.own_prices
    ]
    return tuple(dict.fromkeys(_used(rate) for rate in used if rate.source != rate.target))


def _used(rate: FxRate) -> UsedRate:
    return UsedRate(
        source=rate.source, target=rate.target, rate=rate.rate, day=rate.day, provider=rate.provider
    )
