"""Takes a declaration back at customs, after its parcel was cancelled."""

from django.db import transaction
from django.utils.translation import gettext_noop

from localization.lifecycle import move_to
from localization.outside import Misread, Refused, Unavailable
from logistics.customs.registry import customs
from logistics.models import Declaration
from logistics.services._attempts import count_attempt, postpone
from logistics.services.file_declaration import file_declaration
from logistics.states import DeclarationState


def withdraw_declaration(declaration_id: int) -> None:
    """Withdraw what is filed. One whose filing was never answered is filed again under its key first, to learn its name.

    Customs that has decided already says no: then its decision stands, and the wish is over.
    """
    declaration = Declaration.objects.get(pk=declaration_id)
    if declaration.state == DeclarationState.DRAFT:
        file_declaration(declaration_id)
        declaration.refresh_from_db()
    # The data set is stored before the first call, so that without one nothing was ever sent.
    never_sent = declaration.state == DeclarationState.DRAFT and not declaration.message
    if never_sent or declaration.state == DeclarationState.REFUSED:
        return _record(declaration_id, withdrawn=True)
    if not declaration.customs_reference or not count_attempt(declaration):
        return None
    try:
        customs(declaration.office).withdraw(declaration.customs_reference)
    except (Unavailable, Misread) as problem:
        return postpone(declaration_id, problem, Declaration)
    except Refused:
        return _record(declaration_id, withdrawn=False)
    return _record(declaration_id, withdrawn=True)


@transaction.atomic(durable=True)
def _record(declaration_id: int, *, withdrawn: bool) -> None:
    declaration = Declaration.objects.select_for_update().get(pk=declaration_id)
    declaration.withdraw_asked_at = None
    declaration.attempts, declaration.faults, declaration.problem = 0, 0, ""
    declaration.save(update_fields=["withdraw_asked_at", "attempts", "faults", "problem"])
    if withdrawn and DeclarationState.CANCELLED in declaration.MOVES[declaration.state]:
        reason = gettext_noop("the parcel was cancelled")
        move_to(declaration, DeclarationState.CANCELLED, reason=reason, actor=declaration.office)
