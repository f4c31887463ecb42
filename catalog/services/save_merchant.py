"""Save a merchant: who sells, where from, and the story in every language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Merchant
from catalog.refusals import CodeTaken


@dataclass(frozen=True, kw_only=True)
class MerchantSheet:
    """A merchant; `merchant_id` None makes a new one, which is active and whose code then stands for good.

    `country` is ISO 3166-1 alpha-2, `currency` ISO 4217 and the one of base prices, `about` the story by language code.
    """

    merchant_id: int | None = None
    code: str
    name: str
    about: Mapping[str, str]
    country: str
    city: str
    email: str
    currency: str
    tax_ids: tuple[str, ...] = ()


def save_merchant(sheet: MerchantSheet) -> int:
    """Write the merchant and answer its id; its products' cards and pages are brought up to date. Raises CodeTaken."""
    with transaction.atomic():
        if sheet.merchant_id is not None:
            merchant = Merchant.objects.select_for_update().get(pk=sheet.merchant_id)
        elif Merchant.objects.filter(code=sheet.code).exists():
            raise CodeTaken(taken=sheet.code)
        else:
            merchant = Merchant(code=sheet.code)
        merchant.name, merchant.about = sheet.name, dict(sheet.about)
        merchant.country, merchant.city = sheet.country, sheet.city
        merchant.email, merchant.currency = sheet.email, sheet.currency
        merchant.tax_ids = list(sheet.tax_ids)
        merchant.save()
        announce(offers_stale, merchant.products.values_list("pk", flat=True))
    return merchant.pk
