"""Sends customs what it asked for: read, call with no transaction open, record."""

from django.db import transaction

from localization import clock
from localization.outside import Misread, Refused, Unavailable
from logistics.customs.base import Answer
from logistics.customs.registry import customs
from logistics.models import CustomsQuestion, Declaration
from logistics.services._attempts import count_attempt, postpone


def send_answer(declaration_id: int) -> None:
    """Send every answer of a declaration that was written and not sent, each under its own stored key.

    No answer leaves the wish for later; a clear no or an answer we do not understand is tried five times and parked.
    """
    declaration = Declaration.objects.get(pk=declaration_id)
    waiting = CustomsQuestion.objects.filter(declaration=declaration, answered_at__isnull=False, sent_at=None)
    for question in waiting:
        if not count_attempt(declaration):
            return
        try:
            office = customs(declaration.office)
            office.answer(declaration.customs_reference, _answer(question), key=question.idempotency_key)
        except (Unavailable, Refused, Misread) as problem:
            postpone(declaration_id, problem, Declaration)
            return
        _record(question)


@transaction.atomic(durable=True)
def _record(question: CustomsQuestion) -> None:
    CustomsQuestion.objects.filter(pk=question.pk, sent_at=None).update(sent_at=clock.now())
    Declaration.objects.filter(pk=question.declaration_id).update(attempts=0, faults=0, problem="")


def _answer(question: CustomsQuestion) -> Answer:
    return Answer(
        code=question.code,
        note=question.note,
        name=question.paper_name,
        media_type=question.paper_type,
        content=bytes(question.paper or b""),
    )
