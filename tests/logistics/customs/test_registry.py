"""Customs offices are found by name and by destination; every configured one fulfils the protocol."""

import inspect

import pytest

from logistics.customs.base import Customs
from logistics.customs.registry import UnknownOffice, customs, office_for
from shop.settings import CUSTOMS

METHODS = [name for name, _ in inspect.getmembers(Customs, inspect.isfunction) if not name.startswith("_")]


@pytest.mark.parametrize("name", CUSTOMS)
def test_a_configured_office_can_do_all_we_ask(settings, name):
    settings.CUSTOMS = CUSTOMS
    adapter = customs(name)
    for method in METHODS:
        ours = inspect.signature(getattr(Customs, method)).parameters
        theirs = inspect.signature(getattr(type(adapter), method)).parameters
        assert list(theirs) == list(ours)


def test_customs_is_asked_for_at_most_six_things():
    assert sorted(METHODS) == ["answer", "file", "notices", "read", "verify", "withdraw"]


def test_an_unknown_office_is_refused():
    with pytest.raises(UnknownOffice) as refusal:
        customs("nowhere")
    assert (refusal.value.status, refusal.value.facts) == (404, {"name": "nowhere"})


@pytest.mark.parametrize(("country", "office"), [("CH", "agent"), ("DE", "sandbox"), ("LI", "agent")])
def test_the_office_that_names_the_country_goes_first(settings, country, office):
    settings.CUSTOMS = {"sandbox": {"COUNTRIES": ["*"]}, "agent": {"COUNTRIES": ["CH", "LI"]}}
    assert office_for(country) == office


def test_where_no_office_answers_there_is_none(settings):
    settings.CUSTOMS = {"agent": {"COUNTRIES": ["CH"]}}
    assert office_for("DE") == ""
