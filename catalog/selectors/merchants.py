"""Who acts for which merchant, and where a merchant's goods lie."""

from catalog.models import MerchantMember, Warehouse
from catalog.refusals import UnknownWarehouse
from catalog.values import WarehouseInfo
from localization.addresses import Address


def merchants_of(user_id: int) -> frozenset[int]:
    """The ids of the merchants a user acts for; empty for a buyer. One query."""
    return frozenset(MerchantMember.objects.filter(user_id=user_id).values_list("merchant_id", flat=True))


def colleagues_of(user_id: int) -> frozenset[str]:
    """The e-mail addresses of all who act for a merchant this user acts for, the user included. One query."""
    members = MerchantMember.objects.filter(merchant__members__user_id=user_id)
    return frozenset(members.values_list("user__email", flat=True))


def warehouse(code: str) -> WarehouseInfo:
    """The warehouse of a code. One query. Raises UnknownWarehouse."""
    row = Warehouse.objects.filter(code=code).first()
    if row is None:
        raise UnknownWarehouse(warehouse=code)
    return WarehouseInfo(
        code=row.code,
        name=row.name,
        merchant_id=row.merchant_id,
        country=row.country,
        city=row.city,
        address=Address.from_json(row.address),
    )
