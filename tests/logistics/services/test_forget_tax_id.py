"""A recipient's identifier leaves the shipment when asked; the shipment stays."""

import pytest

from logistics.models import Shipment
from logistics.selectors.shipments import request_to_file
from logistics.services.forget_tax_id import forget_tax_id
from logistics.services.open_shipment import open_shipment
from tests.logistics.parcels import a_request

pytestmark = pytest.mark.django_db


def test_it_is_gone_and_nothing_else_is():
    shipment_id = open_shipment(a_request(tax_id="P123456789012"))
    forget_tax_id(shipment_id)
    assert Shipment.objects.get().tax_id == ""
    assert request_to_file(shipment_id) == a_request()
