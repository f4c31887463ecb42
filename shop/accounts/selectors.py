"""Reads of accounts: a customer's address book."""

from dataclasses import dataclass

from localization.addresses import Address, address_lines
from shop.accounts.models import SavedAddress
from shop.accounts.refusals import AddressNotFound


@dataclass(frozen=True, kw_only=True)
class SavedAddressView:
    """One entry of the book, and its lines as its country writes them."""

    id: int
    address: Address
    lines: tuple[str, ...]


def saved_addresses(user_id: int) -> tuple[SavedAddressView, ...]:
    """A customer's addresses, the one changed last first. One query."""
    return tuple(_view(row) for row in SavedAddress.objects.filter(user_id=user_id))


def saved_address(user_id: int, address_id: int) -> SavedAddressView:
    """One of a customer's own addresses. Raises AddressNotFound, also for somebody else's."""
    row = SavedAddress.objects.filter(user_id=user_id, pk=address_id).first()
    if row is None:
        raise AddressNotFound
    return _view(row)


def _view(row: SavedAddress) -> SavedAddressView:
    address = Address.from_json(row.address)
    return SavedAddressView(id=row.pk, address=address, lines=address_lines(address))
