"""The merchant's button: a shipment with everything frozen at the quote."""

import pytest

from logistics.models import Shipment
from logistics.selectors.shipments import shipment_request
from logistics.states import ShipmentState
from orders.models import OrderShipment
from orders.refusals import CannotDispatch, OrderNotFound
from orders.services.dispatch_parcel import dispatch_parcel
from tests.orders import outside
from tests.orders.making import BERLIN, eur, make_order
from tests.orders.outside import FakeCarrier, pay


@pytest.mark.django_db(transaction=True)
def test_the_shipment_carries_what_was_quoted(scarf):
    order = make_order((scarf, 2))
    pay(order)
    shipment = Shipment.objects.get(pk=dispatch_parcel(parcel_id=order.parcels.get().pk, actor="mei"))
    assert shipment.reference == f"{order.number}-1"
    assert (shipment.service_code, shipment.incoterm) == ("causeway-post-ddp", "DDP")
    assert shipment.freight == eur("7.40")
    assert shipment.recipient["city"] == BERLIN.city
    assert shipment.sender["city"] == "Hangzhou"
    assert "IM2760000158" not in shipment.registration_number
    assert shipment_request(shipment.pk).registration_number == "IM2760000158"
    assert [charge["kind"] for charge in shipment.charges] == ["duty", "vat"]
    line = shipment.lines.get()
    assert (line.hs_code, line.quantity, line.weight_grams, line.value) == ("621410", 2, 300, eur("75.90"))
    assert OrderShipment.objects.get().asked_by == "mei"


@pytest.mark.django_db(transaction=True)
def test_a_parcel_is_dispatched_once(scarf):
    order = make_order((scarf, 2))
    pay(order)
    parcel_id = order.parcels.get().pk
    dispatch_parcel(parcel_id=parcel_id, actor="mei")
    with pytest.raises(CannotDispatch):
        dispatch_parcel(parcel_id=parcel_id, actor="mei")
    assert Shipment.objects.count() == OrderShipment.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_unpaid_order_stays_here(scarf):
    order = make_order((scarf, 2))
    with pytest.raises(CannotDispatch):
        dispatch_parcel(parcel_id=order.parcels.get().pk, actor="mei")
    assert not Shipment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_recalled_parcel_may_be_sent_again(scarf, monkeypatch):
    monkeypatch.setattr(FakeCarrier, "book", outside.silent)
    order = make_order((scarf, 2))
    pay(order)
    parcel_id = order.parcels.get().pk
    first = dispatch_parcel(parcel_id=parcel_id, actor="mei")
    Shipment.objects.filter(pk=first).update(state=ShipmentState.CANCELLED)
    second = dispatch_parcel(parcel_id=parcel_id, actor="mei")
    assert second != first
    assert Shipment.objects.get(pk=second).reference == f"{order.number}-1-2"


@pytest.mark.django_db
def test_an_unknown_parcel_is_refused():
    with pytest.raises(OrderNotFound):
        dispatch_parcel(parcel_id=4711, actor="mei")
