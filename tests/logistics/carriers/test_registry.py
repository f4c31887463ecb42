"""Carriers are found by their name in the settings; every configured one fulfils the protocol."""

import inspect

import pytest
from django.conf import settings

from logistics.carriers.base import Carrier
from logistics.carriers.registry import UnknownCarrier, carrier

METHODS = [name for name, _ in inspect.getmembers(Carrier, inspect.isfunction) if not name.startswith("_")]


@pytest.mark.parametrize("name", settings.CARRIERS)
def test_a_configured_carrier_can_do_all_we_ask(name):
    adapter = carrier(name)
    for method in METHODS:
        ours = inspect.signature(getattr(Carrier, method)).parameters
        theirs = inspect.signature(getattr(type(adapter), method)).parameters
        assert list(theirs) == list(ours)


def test_a_carrier_is_asked_for_at_most_six_things():
    assert sorted(METHODS) == ["book", "cancel", "hand_over", "read", "scans", "verify"]


def test_an_unknown_carrier_is_refused():
    with pytest.raises(UnknownCarrier) as refusal:
        carrier("pigeon")
    assert (refusal.value.status, refusal.value.facts) == (404, {"name": "pigeon"})
