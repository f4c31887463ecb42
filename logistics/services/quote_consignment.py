"""Answers a landed-cost quote asked for as JSON: by the API, by `manage.py quote`, by anybody with plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from moneyed import Money

from localization import clock
from localization.money import zero
from localization.places import Territory
from localization.rates import FxTable
from localization.selectors import fx_table
from logistics.landed_cost import Consignment, CustomsLine, LandedCost, landed_cost
from logistics.landed_cost.consignment import HS_VERSION, Incoterm, Mode
from logistics.quote_payload import BadQuote, Fields, read_rates
from logistics.quote_text import quote_text
from logistics.restrictions import BATTERIES, Found, Goods, Way
from logistics.selectors.freight import freight_option
from logistics.selectors.registrations import registered_on
from logistics.selectors.restrictions import restriction_book
from logistics.selectors.tariffs import tariff_book
from logistics.values import FreightQuery

_MODES: tuple[Mode, ...] = ("courier", "post")
_INCOTERMS: tuple[Incoterm, ...] = ("DDP", "DAP")


@dataclass(frozen=True, kw_only=True)
class QuoteAnswer:
    """A consignment and what it costs to bring it in; `goods` is in the answer's currency.

    `restrictions` are those that hold for the goods on this way; a price does not say that they may be sent.
    """

    consignment: Consignment
    goods: Money
    landed: LandedCost
    restrictions: tuple[Found, ...] = ()

    @property
    def delivered(self) -> Money:
        """Goods, freight, insurance and everything owed on them."""
        return self.goods + self.consignment.freight + self.consignment.insurance + self.landed.total

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values; amounts are texts."""
        return {
            "destination": self.consignment.destination.code,
            "ship_from": self.consignment.ship_from.code,
            "as_of": self.consignment.on.isoformat(),
            "goods": _money(self.goods),
            "freight": _money(self.consignment.freight),
            "insurance": _money(self.consignment.insurance),
            "delivered": _money(self.delivered),
            **self.landed.to_json(),
            "restrictions": [one.to_json() for one in self.restrictions],
        }

    def to_text(self) -> str:
        """The answer for people: every charge with base, rate, rule and source."""
        return quote_text(self.landed, self.consignment, goods=self.goods, delivered=self.delivered)


def quote_consignment(
    payload: Mapping[str, Any], *, registrations: frozenset[str] | None = None
) -> QuoteAnswer:
    """The landed cost of a payload (docs/landed-cost.md describes it).

    `registrations` are the seller's when the payload names none; without either, the shop's own of that day.
    Identical payloads on identical tariffs and exchange rates give identical answers.
    Raises BadQuote, CannotQuote, NoFreight, RateUnavailable.
    """
    if not isinstance(payload, Mapping):
        raise BadQuote(errors={"": _("A JSON object is needed.")})
    errors: dict[str, str] = {}
    fields = Fields(payload, "", errors)
    consignment, service = _read(fields, registrations)
    rates = tuple(read_rates(fields, consignment.on))
    fields.finish()
    if errors:
        raise BadQuote(errors=errors)
    fx = fx_table(consignment.on).with_rates(rates)
    if service:
        consignment = _with_freight(consignment, service, fx)
    landed = landed_cost(consignment, tariffs=tariff_book(), fx=fx)
    goods = zero(consignment.currency)
    for line in consignment.lines:
        goods += fx.rate(line.value.currency.code, consignment.currency).convert(line.value)
    return QuoteAnswer(
        consignment=consignment, goods=goods, landed=landed, restrictions=_restrictions(consignment, payload)
    )


def _restrictions(consignment: Consignment, payload: Mapping[str, Any]) -> tuple[Found, ...]:
    """What a buyer may know: not what only a colleague should look at."""
    goods = (
        Goods(
            line_id=line.line_id,
            hs_code=line.hs_code,
            origin=line.origin,
            battery=written.get("battery", BATTERIES[0]),
        )
        for line, written in zip(consignment.lines, payload["lines"], strict=True)
    )
    way = Way(
        ship_from=consignment.ship_from.country,
        destination=consignment.destination,
        region=consignment.region,
        mode=consignment.service_mode,
    )
    found = restriction_book().find(goods, way, consignment.on)
    return tuple(one for one in found if one.rule.kind != "review")


def _read(fields: Fields, registrations: frozenset[str] | None) -> tuple[Consignment, str]:
    currency = fields.currency("currency")
    service = fields.text("service", default="")
    if service and "freight" in fields.data:
        fields.fail("freight", _("Give either service or freight."))
    named = fields.texts("registrations")
    on = fields.day("as_of", default=clock.today())
    ours = registrations if registrations is not None else registered_on(on)
    lines = _lines(fields, currency)
    if not lines:
        raise BadQuote(errors=fields.errors)
    destination, region = _destination(fields)
    consignment = Consignment(
        lines=lines,
        destination=destination,
        ship_from=fields.territory(fields.text("ship_from"), "ship_from"),
        freight=fields.money("freight", currency, default="0"),
        insurance=fields.money("insurance", currency, default="0"),
        currency=currency,
        on=on,
        service_mode=fields.choice("mode", _MODES),
        incoterm=fields.choice("incoterm", _INCOTERMS),
        registrations=ours if named is None else named,
        clearance_fee=_optional_money(fields, "clearance_fee", currency),
        region=region,
        buyer_year_to_date=_optional_money(fields, "buyer_year_to_date", currency),
        buyer_day=_optional_money(fields, "buyer_day", currency),
        buyer_parcels=fields.whole("buyer_parcels", default=0) if "buyer_parcels" in fields.data else None,
    )
    return consignment, service


def _destination(fields: Fields) -> tuple[Territory, str]:
    """The territory and its subdivision, which may be written with its country in front ("CA-ON" or "ON")."""
    inner = fields.inner("destination")
    country, postcode = inner.text("country"), inner.text("postcode", default="")
    region = inner.text("region", default="").upper().removeprefix(f"{country}-")
    inner.finish()
    return inner.territory(country, "country", postcode=postcode), region


def _optional_money(fields: Fields, name: str, currency: str) -> Money | None:
    return fields.money(name, currency) if name in fields.data else None


def _lines(fields: Fields, currency: str) -> tuple[CustomsLine, ...]:
    lines: list[CustomsLine] = []
    for index, line in enumerate(fields.each("lines")):
        read = _line(line, currency, str(index + 1))
        if any(read.line_id == other.line_id for other in lines):
            line.fail("id", _("This id is here twice."))
            continue
        lines.append(read)
    return tuple(lines)


def _line(line: Fields, currency: str, number: str) -> CustomsLine:
    own = line.currency("currency", default=currency)
    quantity = line.whole("quantity", default=1)
    if quantity < 1:
        line.fail("quantity", _("At least one piece is needed."))
    line.choice("battery", BATTERIES)
    read = CustomsLine(
        line_id=line.text("id", default=number) or number,
        hs_code=line.text("hs_code", default="").replace(".", "").replace(" ", ""),
        origin=line.text("origin", default=""),
        value=line.money("value", own),
        quantity=max(quantity, 1),
        weight_grams=line.whole("weight_grams", default=0),
        description=line.text("description", default=""),
        category=line.text("category", default=""),
        personal=line.truth("personal", default=True),
        hs_version=line.text("hs_version", default=HS_VERSION),
        volume_ml=line.whole("volume_ml", default=0),
        alcohol_percent=line.number("alcohol_percent") if "alcohol_percent" in line.data else None,
        proof_of_origin=line.truth("proof_of_origin", default=False),
    )
    line.finish()
    return read


def _with_freight(consignment: Consignment, service: str, fx: FxTable) -> Consignment:
    option = freight_option(
        service,
        FreightQuery(
            ship_from=consignment.ship_from.country,
            destination=consignment.destination,
            weight_grams=sum(line.weight_grams for line in consignment.lines),
            currency=consignment.currency,
            fx=fx,
        ),
    )
    return replace(consignment, freight=option.price, service_mode=option.mode, incoterm=option.incoterm)


def _money(money: Money) -> dict[str, str]:
    return {"amount": str(money.amount), "currency": money.currency.code}
