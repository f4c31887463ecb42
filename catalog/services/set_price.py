"""Set a price: a variant's base price, or the merchant's own price in another currency."""

from django.db import transaction
from moneyed import Money

from catalog.events import announce, offers_stale
from catalog.models import Variant, VariantPrice
from catalog.pricing import refuse_odd_price


def set_price(*, variant_id: int, price: Money) -> None:
    """Set the base price when `price` is in the base price's currency, else the own price in that currency.

    Raises BadAmount for zero, less, or a fraction of the currency's minor unit.
    """
    refuse_odd_price(price)
    with transaction.atomic():
        variant = Variant.objects.select_for_update().get(pk=variant_id)
        code = price.currency.code
        if code == variant.price_currency:
            variant.price_amount = price.amount
            variant.save(update_fields=["price_amount"])
        else:
            VariantPrice.objects.update_or_create(
                variant=variant, currency=code, defaults={"amount": price.amount}
            )
        announce(offers_stale, [variant.product_id])
