"""Who the merchants are, who acts for them, and where their goods lie."""

from catalog.models import Merchant, MerchantMember, Warehouse
from catalog.refusals import UnknownWarehouse
from catalog.states import MerchantState
from catalog.values import SellerIdentity, WarehouseInfo
from localization.addresses import Address, address_lines


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


def sellers() -> tuple[SellerIdentity, ...]:
    """Every merchant who sells, by name, as a buyer may ask who they are. Two queries."""
    active = Merchant.objects.filter(state=MerchantState.ACTIVE).prefetch_related("warehouses")
    return tuple(_identity(merchant) for merchant in active)


def _identity(merchant: Merchant) -> SellerIdentity:
    first = next(iter(merchant.warehouses.all()), None)
    lines = address_lines(Address.from_json(first.address), latin=True) if first and first.address else ()
    return SellerIdentity(
        name=merchant.name,
        country=merchant.country,
        city=merchant.city,
        email=merchant.email,
        address_lines=lines,
    )
