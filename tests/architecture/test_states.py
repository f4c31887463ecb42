"""Every table of moves is complete and reachable, and the database keeps unknown states out."""

import pytest
from django.apps import apps
from django.db.models import CheckConstraint

from tests.architecture.source import APPS, files, name

AGGREGATES = [model for model in apps.get_models() if hasattr(model, "MOVES")]
IDS = [model.__name__ for model in AGGREGATES]


def test_there_are_aggregates():
    assert {"Order", "Payment", "Shipment", "Product"} <= set(IDS)


@pytest.mark.parametrize("model", AGGREGATES, ids=IDS)
def test_every_state_stands_in_its_table(model):
    states = {value for value, _ in model._meta.get_field("state").choices}
    assert set(model.MOVES) == states
    assert set().union(*model.MOVES.values()) <= states


@pytest.mark.parametrize("model", AGGREGATES, ids=IDS)
def test_every_state_can_be_reached_from_the_first(model):
    first = model._meta.get_field("state").default
    seen, open_ends = {first}, [first]
    while open_ends:
        for target in model.MOVES[open_ends.pop()]:
            if target not in seen:
                seen.add(target)
                open_ends.append(target)
    assert seen == set(model.MOVES)


@pytest.mark.parametrize("model", AGGREGATES, ids=IDS)
def test_the_database_refuses_unknown_states(model):
    conditions = [str(c.condition) for c in model._meta.constraints if isinstance(c, CheckConstraint)]
    assert any("state__in" in condition for condition in conditions)


def test_only_the_lifecycle_guard_writes_a_state():
    writers = [
        f"{name(path)}:{number}"
        for path in files(*APPS)
        if path.name != "lifecycle.py"
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if ".state = " in line
    ]
    assert writers == []
