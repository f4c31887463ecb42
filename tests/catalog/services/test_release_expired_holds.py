"""Expired holds go back by the clock."""

from datetime import timedelta

import pytest
import time_machine

from catalog.models import StockHold, StockLevel
from catalog.services.hold_stock import hold_stock
from catalog.services.release_expired_holds import release_expired_holds
from catalog.states import HoldState
from catalog.values import StockLine
from tests.catalog.making import NOON, make_merchant, make_product

pytestmark = pytest.mark.django_db


def test_only_holds_whose_time_has_run_out_are_released():
    variant = make_product(make_merchant()).variants.get()
    hold_stock(reference="old", lines=[StockLine(variant.pk, 3)], until=NOON)
    hold_stock(reference="new", lines=[StockLine(variant.pk, 2)], until=NOON + timedelta(minutes=1))
    with time_machine.travel(NOON + timedelta(seconds=1), tick=False):
        assert release_expired_holds() == 1
        assert release_expired_holds() == 0
    assert StockHold.objects.get(reference="old").state == HoldState.RELEASED
    assert StockHold.objects.get(reference="new").state == HoldState.HELD
    assert StockLevel.objects.get().held == 2
