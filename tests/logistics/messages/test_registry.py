"""Which data set declares a parcel."""

import json

import pytest

from localization.rates import FxTable
from logistics.messages.parcel import DeclaredParcel
from logistics.messages.registry import DATA_SETS, build, data_set_for
from tests.logistics.messages.test_h7 import LONDON
from tests.logistics.parcels import BERLIN, NUMBER, PORTO, a_request

FX = FxTable(rows={})


@pytest.mark.parametrize(
    ("changes", "name"), [({}, "H7"), ({"sender": PORTO, "recipient": LONDON}, "ITMATT")]
)
def test_the_first_data_set_that_takes_the_parcel_declares_it(changes, name):
    assert data_set_for(DeclaredParcel(request=a_request(**changes), number=NUMBER), FX) == name


@pytest.mark.parametrize("name", DATA_SETS)
def test_what_is_built_is_plain_json(name):
    data = build(name, DeclaredParcel(request=a_request(recipient=BERLIN), number=NUMBER))
    assert json.loads(json.dumps(data)) == data
