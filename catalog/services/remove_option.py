"""Remove an option that no variant of the product says anything of."""

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Option, Product
from catalog.refusals import OptionInUse
from catalog.wording import FALLBACK, worded


def remove_option(*, option_id: int) -> None:
    """Delete the option with its values. Raises OptionInUse while a variant is told apart by it."""
    with transaction.atomic():
        option = Option.objects.get(pk=option_id)
        product = Product.objects.select_for_update().get(pk=option.product_id)
        user = next((v for v in product.variants.all() if option.code in v.choices), None)
        if user is not None:
            raise OptionInUse(option=worded(option.names, FALLBACK) or option.code, sku=user.sku)
        option.delete()
        announce(offers_stale, [product.pk])
