"""Opening a shipment writes one wish per reference, whole or not at all."""

from dataclasses import replace

import pytest
from moneyed import Money

from logistics.carriers.registry import UnknownCarrier
from logistics.models import Shipment, ShipmentLine
from logistics.refusals import EmptyParcel
from logistics.selectors.shipments import request_to_file, shipment_request
from logistics.services.open_shipment import open_shipment
from tests.logistics.parcels import a_request

pytestmark = pytest.mark.django_db


def test_a_new_reference_is_a_wish_to_book():
    shipment = Shipment.objects.get(pk=open_shipment(a_request()))
    assert (shipment.reference, shipment.state, shipment.number) == ("C-1001-1", "asked", "")


def test_what_was_asked_for_can_be_read_back():
    request = a_request(tax_id="DE123456789", insurance=Money("1.20", "EUR"))
    shipment_id = open_shipment(request)
    assert request_to_file(shipment_id) == request
    assert shipment_request(shipment_id) == replace(request, tax_id="D••••••••89")


def test_numbers_lie_sealed():
    shipment = Shipment.objects.get(pk=open_shipment(a_request(tax_id="DE123456789")))
    assert "123456789" not in shipment.tax_id
    assert "2760000742" not in shipment.registration_number


def test_the_same_reference_twice_is_one_shipment_and_stays_as_it_was():
    first = open_shipment(a_request())
    assert open_shipment(a_request(freight=Money("99.00", "EUR"))) == first
    assert Shipment.objects.get().freight == Money("5.90", "EUR")
    assert ShipmentLine.objects.count() == 1


def test_a_parcel_with_nothing_in_it_is_refused():
    with pytest.raises(EmptyParcel):
        open_shipment(a_request(lines=()))
    assert not Shipment.objects.exists()


def test_a_carrier_nobody_configured_is_refused():
    with pytest.raises(UnknownCarrier):
        open_shipment(a_request(carrier="pigeon"))
    assert not Shipment.objects.exists()
