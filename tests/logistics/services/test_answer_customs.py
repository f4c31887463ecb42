"""Answering customs: the last answer amends the declaration; what is no document or not asked changes nothing."""

import pytest

from logistics.models import CustomsQuestion
from logistics.refusals import NothingAsked, UnusableDocument
from logistics.services.answer_customs import answer_customs
from logistics.values import CustomsAnswer
from tests.logistics.desk import PDF, a_declaration_in, a_question, answered, moves, the_declaration

pytestmark = pytest.mark.django_db
ANSWER = CustomsAnswer(note="as asked", name="invoice.pdf", content=PDF)


def test_the_last_answer_amends_the_declaration_and_asks_a_worker_to_send_it(
    django_capture_on_commit_callbacks,
):
    declaration_id = a_declaration_in("held")
    first, second = a_question(declaration_id), a_question(declaration_id, code="payment_proof")
    answer_customs(first, ANSWER, actor="op")
    assert the_declaration().state == "held"
    with django_capture_on_commit_callbacks() as announced:
        answer_customs(second, ANSWER, actor="op")
    assert moves() == [("held", "amended")]
    assert len(announced) == 2  # the wish to send it, and that the parcel changed
    kept = CustomsQuestion.objects.get(pk=second)
    assert (bytes(kept.paper), kept.paper_name, kept.paper_type) == (PDF, "invoice.pdf", "application/pdf")
    assert (kept.answered_by, kept.note) == ("op", "as asked")


@pytest.mark.parametrize(
    ("content", "kind"), [(b"\x89PNG\r\n\x1a\n...", "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg")]
)
def test_a_picture_is_a_document_too(content, kind):
    question = a_question(a_declaration_in("held"))
    answer_customs(question, CustomsAnswer(note="", name="p", content=content), actor="op")
    assert CustomsQuestion.objects.get().paper_type == kind


@pytest.mark.parametrize("content", [b"", b"MZ\x90", b"<html>", b"%PDF-" + b"x" * 5 * 1024 * 1024])
def test_what_customs_cannot_open_is_refused(content):
    question = a_question(a_declaration_in("held"))
    with pytest.raises(UnusableDocument) as refusal:
        answer_customs(question, CustomsAnswer(note="", name="virus.pdf", content=content), actor="op")
    assert refusal.value.facts == {"name": "virus.pdf"}
    assert CustomsQuestion.objects.get().answered_at is None
    assert the_declaration().state == "held"


def test_a_question_is_answered_once():
    question = a_question(a_declaration_in("held"), **answered())
    with pytest.raises(NothingAsked):
        answer_customs(question, ANSWER, actor="op")
    assert CustomsQuestion.objects.get().paper_name == "i.pdf"


@pytest.mark.parametrize("state", ["released", "refused", "cancelled"])
def test_once_customs_has_decided_nothing_is_answered(state):
    question = a_question(a_declaration_in(state))
    with pytest.raises(NothingAsked):
        answer_customs(question, ANSWER, actor="op")
    assert moves() == []
