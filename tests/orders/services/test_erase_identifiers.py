"""An identifier is kept sealed, handed over at filing, and gone 30 days after its order came to its end."""

from datetime import timedelta

import pytest

from localization import clock
from logistics.models import Shipment
from logistics.selectors.shipments import request_to_file, shipment_request
from orders.models import BuyerIdentifier, Order, OrderHistory, OrderParcel
from orders.services.cancel_order import cancel_order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.erase_identifiers import erase_identifiers
from tests.orders.abroad import RIC, kyoto_scarf, order_to_shanghai
from tests.orders.outside import pay


@pytest.fixture
def order(reference):
    """An order to Shanghai."""
    return order_to_shanghai(kyoto_scarf())


def _age(order, **ago):
    OrderHistory.objects.filter(order=order).update(at=clock.now() - timedelta(**ago))


def _cancelled(order):
    cancel_order(order_id=order.pk, actor="user:1", reason="")


def test_it_is_erased_30_days_after_the_end(order):
    _cancelled(order)
    _age(order, days=29, hours=23)
    assert erase_identifiers() == 0
    _age(order, days=30, minutes=1)
    assert erase_identifiers() == 1
    row = BuyerIdentifier.objects.get()
    assert row.sealed == ""
    assert row.erased_at is not None
    assert len(row.digest) == 64
    assert erase_identifiers() == 0


def test_an_order_under_way_keeps_it(order):
    _age(order, days=400)
    assert erase_identifiers() == 0
    assert BuyerIdentifier.objects.get().sealed


def test_a_fingerprint_counts_for_its_year_and_a_month(order):
    _cancelled(order)
    _age(order, days=100)
    erase_identifiers()
    january = clock.now().replace(month=1, day=5)
    Order.objects.update(placed_at=january)
    erase_identifiers()
    assert BuyerIdentifier.objects.get().digest
    Order.objects.update(placed_at=january - timedelta(days=10))
    erase_identifiers()
    assert BuyerIdentifier.objects.get().digest == ""


@pytest.mark.django_db(transaction=True)
def test_the_carrier_gets_it_in_clear_and_nobody_else(order):
    pay(order)
    parcel = OrderParcel.objects.get(order=order)
    shipment = Shipment.objects.get(pk=dispatch_parcel(parcel_id=parcel.pk, actor="mei"))
    assert RIC not in shipment.tax_id
    assert request_to_file(shipment.pk).tax_id == RIC
    assert shipment_request(shipment.pk).tax_id == f"3{'•' * 15}{RIC[-2:]}"
    assert RIC not in repr(request_to_file(shipment.pk))
    Order.objects.update(state="delivered")
    _age(order, days=31)
    assert erase_identifiers() == 1
    assert Shipment.objects.get().tax_id == ""
