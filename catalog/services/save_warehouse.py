"""Save a warehouse: where a merchant's stock lies and parcels are handed over."""

from dataclasses import dataclass

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Product, Warehouse
from catalog.refusals import CodeTaken
from localization.addresses import Address, check_address


@dataclass(frozen=True, kw_only=True)
class WarehouseSheet:
    """A warehouse; `warehouse_id` None makes a new one, whose code and merchant then stand for good."""

    warehouse_id: int | None = None
    merchant_id: int
    code: str
    name: str
    address: Address


def save_warehouse(sheet: WarehouseSheet) -> int:
    """Write the warehouse and answer its id. Raises CodeTaken for a new one, BadAddress.

    Its country decides whether a border is crossed: the offers of what lies there are worked out anew.
    """
    address = check_address(sheet.address)
    with transaction.atomic():
        if sheet.warehouse_id is not None:
            warehouse = Warehouse.objects.select_for_update().get(pk=sheet.warehouse_id)
        elif Warehouse.objects.filter(code=sheet.code).exists():
            raise CodeTaken(taken=sheet.code)
        else:
            warehouse = Warehouse(code=sheet.code, merchant_id=sheet.merchant_id)
        warehouse.name, warehouse.address = sheet.name, address.to_json()
        warehouse.country, warehouse.city = address.country, address.city
        warehouse.save()
        stored = Product.objects.filter(variants__levels__warehouse=warehouse)
        announce(offers_stale, stored.values_list("pk", flat=True).distinct())
    return warehouse.pk
