"""Save an address in a customer's book."""

from django.db import transaction

from localization import clock
from localization.addresses import Address
from shop.accounts.models import SavedAddress, User
from shop.accounts.refusals import AddressBookFull

MOST = 20


def save_address(*, user_id: int, address: Address) -> int:
    """The id of the entry: a new one, or the one that says the same already. Raises AddressBookFull."""
    written = address.to_json()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user_id)
        book = {row.pk: row.address for row in SavedAddress.objects.filter(user_id=user_id)}
        for address_id, known in book.items():
            if known == written:
                SavedAddress.objects.filter(pk=address_id).update(changed_at=clock.now())
                return address_id
        if len(book) >= MOST:
            raise AddressBookFull(most=MOST)
        return SavedAddress.objects.create(user_id=user_id, address=written, changed_at=clock.now()).pk
