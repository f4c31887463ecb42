"""Refusals say their facts in the reader's language."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.utils import translation
from moneyed import Money

from localization.lifecycle import MoveNotAllowed
from localization.refusals import Refusal
from localization.states import RateState


@dataclass(eq=False)
class Facts(Refusal):
    """A refusal of one fact."""

    text: ClassVar[str] = "%(fact)s"

    fact: object


@pytest.mark.parametrize(
    ("language", "fact", "said"),
    [
        ("de", Money("1234.50", "EUR"), "1.234,50\N{NO-BREAK SPACE}€"),
        ("ja", ("重量", "原産国"), "重量、原産国"),
        ("ar", ("CW-1", "CW-2"), "CW-1 وCW-2"),
        ("en", ("CW-1", "CW-2", "CW-3"), "CW-1, CW-2 and CW-3"),
        ("de", RateState.DISMISSED, "verworfen"),
        ("de", "CW-1", "CW-1"),
    ],
)
def test_a_fact_is_written_as_the_language_writes_it(language, fact, said):
    with translation.override(language):
        assert str(Facts(fact=fact)) == said


def test_a_refused_move_names_the_states_by_their_labels():
    refusal = MoveNotAllowed(what="USD", source=RateState.IN_USE, target=RateState.DISMISSED)
    assert str(refusal) == "USD is “in use” and cannot become “dismissed”. Please look at it again."
    assert (str(refusal.source), str(refusal.target)) == ("in_use", "dismissed")
