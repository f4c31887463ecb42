"""Change an address in a customer's book."""

from localization import clock
from localization.addresses import Address
from shop.accounts.models import SavedAddress
from shop.accounts.refusals import AddressNotFound


def change_address(*, user_id: int, address_id: int, address: Address) -> None:
    """Write the entry anew. Raises AddressNotFound, also for somebody else's."""
    own = SavedAddress.objects.filter(user_id=user_id, pk=address_id)
    if not own.update(address=address.to_json(), changed_at=clock.now()):
        raise AddressNotFound
