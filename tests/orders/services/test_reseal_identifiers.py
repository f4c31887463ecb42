"""A changed key reaches every identifier and its fingerprint."""

import pytest

from localization.sealed import CannotUnseal, new_key
from orders.models import BuyerIdentifier
from orders.selectors.identifiers import identifier_for, orders_under
from orders.services.reseal_identifiers import reseal_identifiers
from tests.orders.abroad import RIC, kyoto_scarf, order_to_shanghai


def test_after_resealing_the_old_key_is_not_needed(reference, settings):
    old, new = new_key(), new_key()
    settings.FIELD_KEYS = [old]
    order = order_to_shanghai(kyoto_scarf())
    settings.FIELD_KEYS = [new, old]
    assert orders_under(RIC) == [order.pk]
    assert reseal_identifiers() == 1
    settings.FIELD_KEYS = [new]
    assert identifier_for(order.pk) == RIC
    assert orders_under(RIC) == [order.pk]


def test_a_missing_key_changes_nothing(reference, settings):
    order_to_shanghai(kyoto_scarf())
    before = BuyerIdentifier.objects.get().sealed
    settings.FIELD_KEYS = [new_key()]
    with pytest.raises(CannotUnseal):
        reseal_identifiers()
    assert BuyerIdentifier.objects.get().sealed == before
