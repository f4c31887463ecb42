"""The price of one piece worked out with its reasons, from what the product page already holds: no query when warm."""

from dataclasses import dataclass

from moneyed import Money

from catalog.values import ProductPage, VariantFacts, VariantView
from localization.places import territory_of
from localization.refusals import Refusal
from orders.quoting import Destination, WantedLine, quote_parcel
from orders.refusals import Restricted
from orders.selectors.gathering import rules_for, wanted_parcels
from orders.selectors.parcel_views import door, parcel_view
from orders.values.pages import ParcelView
from shop.storefront.visit import Visit


@dataclass(frozen=True)
class Unexplained:
    """Why no price can be named: the refusal's own words."""

    reason: str
    restricted: bool = False


def explained_price(page: ProductPage, variant: VariantView, visit: Visit) -> ParcelView | Unexplained:
    """One piece as a parcel of its own to the market's home country: route, charges, delivery. Texts in the active language.

    Goods cost what the stored offer says; freight, duty and tax are worked out now, so the sum may differ from the card
    while a changed rate has not reached every offer.
    """
    if variant.offer is None or variant.offer.refusal not in ("", Restricted.code):
        return Unexplained("")
    country = visit.country
    territory = territory_of(country)
    line = WantedLine(_facts(page, variant, variant.offer.goods), 1)
    try:
        rules = rules_for(visit.market)
        (wanted,) = wanted_parcels((line,), to=territory, rules=rules, chosen={})
        if variant.offer.refusal:
            return Unexplained("")  # allowed again, and not priced yet
        parcel = quote_parcel(wanted, to=Destination(territory=territory, country=country), rules=rules)
    except Restricted as no:
        return Unexplained(str(no), restricted=True)
    except Refusal as no:
        return Unexplained(str(no))
    return parcel_view(parcel, to=door(country, None, visit.language))


def _facts(page: ProductPage, variant: VariantView, goods: Money) -> VariantFacts:
    """What pricing and customs need of the variant, its price being the one offered. Numbers a page does not show are empty."""
    merchant = page.merchant
    return VariantFacts(
        variant_id=variant.variant_id,
        sku=variant.sku,
        product_id=page.product_id,
        handle=page.handle,
        title=page.title,
        option_label=variant.label,
        merchant_id=merchant.merchant_id,
        merchant_code=merchant.code,
        merchant_name=merchant.name,
        origin_city=merchant.city,
        picture="",
        tint=page.tint,
        hs_code=variant.hs_code,
        hs_version="",
        origin=variant.origin,
        weight_grams=variant.weight_grams,
        dimensions_mm=(0, 0, 0),
        battery=variant.battery,
        customs_description=variant.customs_description,
        ship_from=variant.ship_from or merchant.country,
        warehouse_code="",
        price=goods,
        own_prices={goods.currency.code: goods},
        listed=True,
        available=variant.available,
        category_code=page.category_code,
        merchant_product_id="",
        manufacturer_product_id="",
    )
