"""What customs says moves the declaration, each notice once, in customs' own order, never backwards."""

from itertools import permutations

import pytest

from logistics.models import CustomsQuestion
from logistics.services.record_notices import record_notices
from tests.logistics.desk import INVOICE, a_declaration_in, a_notice, moves, the_declaration

pytestmark = pytest.mark.django_db
STORY = (a_notice("accepted", 1), a_notice("held", 2), a_notice("released", 3))


def test_a_story_in_order_is_told_in_full():
    declaration_id = a_declaration_in("filed")
    for notice in STORY:
        record_notices(declaration_id, [notice])
    assert moves() == [("filed", "accepted"), ("accepted", "held"), ("held", "released")]
    assert the_declaration().decided_at is not None


@pytest.mark.parametrize(
    "order", list(permutations(STORY)), ids=lambda it: "".join(str(n.sequence) for n in it)
)
def test_in_whatever_order_and_twice_the_end_is_the_same(order):
    declaration_id = a_declaration_in("filed")
    for notice in (*order, *order):
        record_notices(declaration_id, [notice])
    assert (the_declaration().state, the_declaration().sequence) == ("released", 3)


def test_a_hold_asks_each_question_once():
    declaration_id = a_declaration_in("accepted")
    for _ in range(2):
        record_notices(declaration_id, [a_notice("held", 2, reason="documents_required")])
    question = CustomsQuestion.objects.get()
    assert (question.code, question.text, question.sequence) == ("invoice", INVOICE.text, 2)
    assert moves() == [("accepted", "held")]
    assert the_declaration().history.get().reason == "documents_required"


def test_customs_may_ask_again_after_an_answer():
    declaration_id = a_declaration_in("amended", sequence=2)
    record_notices(declaration_id, [a_notice("held", 3)])
    assert moves() == [("amended", "held")]
    assert CustomsQuestion.objects.get().sequence == 3


def test_a_verdict_that_comes_after_the_end_changes_nothing():
    declaration_id = a_declaration_in("cancelled")
    record_notices(declaration_id, [a_notice("released", 1)])
    assert the_declaration().state == "cancelled"
    assert moves() == []


def test_a_notice_about_another_declaration_is_left_out():
    declaration_id = a_declaration_in("filed")
    record_notices(declaration_id, [a_notice("refused", 1, customs_reference="sd_2")])
    assert (the_declaration().state, the_declaration().sequence) == ("filed", 0)


def test_customs_may_think_better_of_a_refusal():
    declaration_id = a_declaration_in("refused", sequence=2)
    record_notices(declaration_id, [a_notice("released", 3)])
    assert moves() == [("refused", "released")]
