"""An operator answers what customs asked for: the document is written down; a worker sends it."""

from django.db import transaction
from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from logistics.events import announce, declaration_wished, shipment_changed
from logistics.models import CustomsQuestion, Declaration
from logistics.refusals import NothingAsked, UnusableDocument
from logistics.states import DeclarationState
from logistics.values import CustomsAnswer

# What a file of each kind begins with, whatever its name says.
_KINDS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_LARGEST_BYTES = 5 * 1024 * 1024


@transaction.atomic
def answer_customs(question_id: int, answer: CustomsAnswer, *, actor: str) -> None:
    """Write the answer to an open question down; with the last one answered the declaration is AMENDED.

    Raises UnusableDocument for what is no PDF, PNG or JPEG of at most 5 MiB, and NothingAsked where the question was
    answered before or customs no longer waits for it.
    """
    kind = _kind(answer)
    asked = CustomsQuestion.objects.filter(pk=question_id).values_list("declaration_id", flat=True).first()
    declaration = Declaration.objects.select_for_update().filter(pk=asked or 0).first()
    if declaration is None or declaration.state != DeclarationState.HELD:
        raise NothingAsked(declaration_id=asked or 0)
    now = clock.now()
    written = CustomsQuestion.objects.filter(pk=question_id, answered_at=None).update(
        note=answer.note[:500],
        paper_name=answer.name[:100],
        paper_type=kind,
        paper=answer.content,
        answered_by=actor[:100],
        answered_at=now,
    )
    if not written:
        raise NothingAsked(declaration_id=declaration.pk)
    Declaration.objects.filter(pk=declaration.pk).update(run_after=now, attempts=0, faults=0, parked_at=None)
    if not CustomsQuestion.objects.filter(declaration=declaration, answered_at=None).exists():
        move_to(
            declaration, DeclarationState.AMENDED, reason=gettext_noop("customs was answered"), actor=actor
        )
    announce(declaration_wished, declaration_id=declaration.pk)
    announce(shipment_changed, shipment_id=declaration.shipment_id)


def _kind(answer: CustomsAnswer) -> str:
    kind = next((name for start, name in _KINDS.items() if answer.content.startswith(start)), "")
    if not kind or len(answer.content) > _LARGEST_BYTES:
        raise UnusableDocument(name=answer.name)
    return kind
