"""The demo's merchants: patient for as long as they were told, and idle where there is no sandbox."""

from datetime import timedelta

import pytest
import responses
import time_machine

from localization import clock
from logistics.models import Shipment
from orders.services.sync_order import sync_order
from shop.demo.world import dispatch_waiting, tick
from tests.orders import outside
from tests.orders.making import make_merchant, make_order, make_reference, make_variant
from tests.orders.outside import pay


@pytest.fixture
def paid(db, settings):
    """A paid order of one scarf."""
    settings.GATEWAYS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeGateway", "OPTIONS": {}}}
    settings.CARRIERS = {"sandbox": {"BACKEND": "tests.orders.outside.FakeCarrier", "OPTIONS": {}}}
    settings.SANDBOX_ENABLED, settings.DEMO_DISPATCH_SECONDS = True, 15
    outside.forget()
    make_reference()
    order = make_order((make_variant(make_merchant()), 1))
    pay(order)
    sync_order(order.pk)
    return order


def later(seconds):
    return time_machine.travel(clock.now() + timedelta(seconds=seconds), tick=False)


def test_a_parcel_is_handed_over_once_its_order_was_confirmed_for_long_enough(paid):
    assert (dispatch_waiting(), Shipment.objects.count()) == (0, 0)
    with later(16):
        assert (dispatch_waiting(), dispatch_waiting()) == (1, 0)
    assert Shipment.objects.count() == 1


def test_merchants_do_it_themselves_where_no_time_is_set(paid, settings):
    settings.DEMO_DISPATCH_SECONDS = 0
    with later(3600):
        assert (dispatch_waiting(), Shipment.objects.count()) == (0, 0)


@responses.activate
def test_without_a_sandbox_the_world_stands_still(paid, settings):
    settings.SANDBOX_ENABLED = False
    with later(3600):
        tick()
        assert (dispatch_waiting(), len(responses.calls)) == (0, 0)


@responses.activate
def test_a_tick_reaches_the_sandbox_and_its_silence_harms_nobody(settings):
    settings.SANDBOX_ENABLED, settings.SANDBOX_URL = True, "http://sandbox.test"
    tick()
    responses.post("http://sandbox.test/tick", json={"delivered": 0})
    tick()
    assert [call.request.url for call in responses.calls] == ["http://sandbox.test/tick"] * 2
