"""A changed key reaches the numbers that travel with parcels."""

import pytest

from localization.sealed import new_key
from logistics.selectors.shipments import request_to_file
from logistics.services.open_shipment import open_shipment
from logistics.services.reseal_shipments import reseal_shipments
from tests.logistics.parcels import a_request

pytestmark = pytest.mark.django_db


def test_after_resealing_the_old_key_is_not_needed(settings):
    old, new = new_key(), new_key()
    settings.FIELD_KEYS = [old]
    shipment_id = open_shipment(a_request(tax_id="P123456789012"))
    settings.FIELD_KEYS = [new, old]
    assert reseal_shipments() == 1
    settings.FIELD_KEYS = [new]
    request = request_to_file(shipment_id)
    assert (request.tax_id, request.registration_number) == ("P123456789012", "IM2760000742")


def test_a_shipment_without_numbers_is_left_alone():
    open_shipment(a_request(registration_number=""))
    assert reseal_shipments() == 0
