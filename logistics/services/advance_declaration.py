"""Does the next piece of work a declaration waits for, whichever that is."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError

from logistics.models import CustomsQuestion, Declaration
from logistics.services._attempts import postpone
from logistics.services.file_declaration import file_declaration
from logistics.services.send_answer import send_answer
from logistics.services.withdraw_declaration import withdraw_declaration
from logistics.states import AT_CUSTOMS, DeclarationState


def advance_declaration(declaration_id: int) -> None:
    """File, answer or withdraw; nothing when the declaration waits for no work of ours, or for a person. Safe to repeat.

    Work that we fail on is postponed like work that customs did not answer, and the error goes on its way.
    """
    declaration = Declaration.objects.filter(pk=declaration_id, parked_at=None).exclude(office="").first()
    work = _work(declaration) if declaration else None
    if work is None:
        return
    try:
        work(declaration_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as problem:
        postpone(declaration_id, problem, Declaration)
        raise


def _work(declaration: Declaration) -> Callable[[int], None] | None:
    if declaration.withdraw_asked_at:
        return withdraw_declaration
    if declaration.state == DeclarationState.DRAFT:
        return file_declaration
    if declaration.state not in AT_CUSTOMS:
        return None
    waiting = CustomsQuestion.objects.filter(declaration=declaration, answered_at__isnull=False, sent_at=None)
    return send_answer if waiting.exists() else None
