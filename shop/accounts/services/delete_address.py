"""Delete an address from a customer's book."""

from shop.accounts.models import SavedAddress
from shop.accounts.refusals import AddressNotFound


def delete_address(*, user_id: int, address_id: int) -> None:
    """Forget the entry. Raises AddressNotFound, also for somebody else's."""
    deleted, _ = SavedAddress.objects.filter(user_id=user_id, pk=address_id).delete()
    if not deleted:
        raise AddressNotFound
