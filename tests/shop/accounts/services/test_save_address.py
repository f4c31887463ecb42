"""The address book: one entry per address, and an end."""

from dataclasses import replace

import pytest

from shop.accounts.models import SavedAddress
from shop.accounts.refusals import AddressBookFull
from shop.accounts.selectors import saved_addresses
from shop.accounts.services.save_address import MOST, save_address
from tests.orders.making import BERLIN


def test_the_same_address_twice_is_one_entry(ada):
    first = save_address(user_id=ada.pk, address=BERLIN)
    other = save_address(user_id=ada.pk, address=replace(BERLIN, street="Weg 1"))
    assert save_address(user_id=ada.pk, address=BERLIN) == first
    assert [row.id for row in saved_addresses(ada.pk)] == [first, other]


def test_a_full_book_takes_no_further_one(ada):
    for number in range(MOST):
        save_address(user_id=ada.pk, address=replace(BERLIN, street=f"Weg {number}"))
    with pytest.raises(AddressBookFull):
        save_address(user_id=ada.pk, address=BERLIN)
    assert SavedAddress.objects.count() == MOST
