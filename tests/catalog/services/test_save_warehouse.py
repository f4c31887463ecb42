"""Saving a warehouse."""

from dataclasses import replace

import pytest

from catalog.models import Warehouse
from catalog.refusals import CodeTaken
from catalog.services.save_warehouse import WarehouseSheet, save_warehouse
from localization.addresses import Address, BadAddress
from tests.catalog.making import make_merchant

pytestmark = pytest.mark.django_db
BERLIN = Address(name="Depot", street="Torstraße 1", city="Berlin", country="DE", postcode="10119")


@pytest.fixture
def sheet():
    return WarehouseSheet(merchant_id=make_merchant().pk, code="berlin", name="Berlin", address=BERLIN)


def test_a_warehouse_stands_where_its_address_says(sheet):
    place = Warehouse.objects.get(pk=save_warehouse(sheet))
    assert (place.code, place.country, place.city, place.address) == (
        "berlin",
        "DE",
        "Berlin",
        BERLIN.to_json(),
    )


def test_a_known_warehouse_keeps_its_code_and_merchant(sheet):
    pk = save_warehouse(sheet)
    moved = replace(BERLIN, city="Potsdam", postcode="14467")
    save_warehouse(
        replace(sheet, warehouse_id=pk, code="x", merchant_id=make_merchant("o").pk, address=moved)
    )
    place = Warehouse.objects.get(pk=pk)
    assert (place.code, place.merchant_id, place.city) == ("berlin", sheet.merchant_id, "Potsdam")


def test_an_address_that_is_none_is_refused_and_nothing_is_written(sheet):
    with pytest.raises(BadAddress) as refused:
        save_warehouse(replace(sheet, address=replace(BERLIN, postcode="1")))
    assert set(refused.value.errors) == {"postcode"}
    assert not Warehouse.objects.filter(code="berlin").exists()


def test_a_code_in_use_is_refused(sheet):
    save_warehouse(sheet)
    with pytest.raises(CodeTaken):
        save_warehouse(replace(sheet, name="Another"))
    assert Warehouse.objects.get(code="berlin").name == "Berlin"
