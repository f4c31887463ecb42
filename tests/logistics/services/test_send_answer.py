"""Sending an answer: under its own stored key, once, and again when nobody answered."""

from base64 import b64encode

import pytest
import responses

from logistics.models import CustomsQuestion
from logistics.services.send_answer import send_answer
from tests.logistics.desk import (
    FILED,
    PDF,
    URL,
    a_declaration_in,
    a_question,
    answered,
    body_of,
    the_declaration,
)

pytestmark = pytest.mark.django_db
ANSWERS = f"{URL}/sd_1/answers"


def test_the_document_goes_to_customs_under_the_questions_key(desk):
    declaration_id = a_declaration_in("amended")
    question = CustomsQuestion.objects.get(pk=a_question(declaration_id, **answered()))
    desk.post(ANSWERS, json=FILED)
    send_answer(declaration_id)
    assert desk.calls[0].request.headers["Idempotency-Key"] == question.idempotency_key
    assert body_of(desk.calls[0]) == {
        "code": "invoice",
        "note": "see there",
        "document": {
            "name": "i.pdf",
            "media_type": "application/pdf",
            "content": b64encode(PDF).decode(),
        },
    }
    assert CustomsQuestion.objects.get().sent_at is not None


def test_no_answer_leaves_it_for_later_under_the_same_key_and_what_was_sent_is_not_sent_again(desk):
    declaration_id = a_declaration_in("amended")
    a_question(declaration_id, **answered())
    desk.post(ANSWERS, status=503)
    send_answer(declaration_id)
    assert CustomsQuestion.objects.get().sent_at is None
    assert the_declaration().problem.startswith("Unavailable")
    desk.replace(responses.POST, ANSWERS, json=FILED)
    send_answer(declaration_id)
    send_answer(declaration_id)
    assert CustomsQuestion.objects.get().sent_at is not None
    assert len(desk.calls) == 2
    assert len({call.request.headers["Idempotency-Key"] for call in desk.calls}) == 1


def test_a_clear_no_is_counted_and_parked_the_fifth_time(desk):
    declaration_id = a_declaration_in("amended")
    a_question(declaration_id, **answered())
    desk.post(ANSWERS, status=409, json={"error": "not_asked"})
    for _ in range(5):
        send_answer(declaration_id)
    assert the_declaration().parked_at is not None


def test_an_open_question_is_not_answered_by_itself(desk):
    declaration_id = a_declaration_in("held")
    a_question(declaration_id)
    send_answer(declaration_id)
    assert not desk.calls
