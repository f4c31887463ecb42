"""Goes on with a declaration that was refused or given up, after a person looked at what was wrong."""

from uuid import uuid4

from django.db import transaction
from django.db.models.functions import Least
from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from logistics.events import announce, declaration_wished, shipment_changed
from logistics.models import CustomsQuestion, Declaration
from logistics.refusals import UnknownDeclaration
from logistics.states import DeclarationState


@transaction.atomic
def retry_declaration(declaration_id: int, *, actor: str) -> None:
    """Put a REFUSED declaration back to DRAFT, to be filed anew, and a parked one back to work.

    Raises UnknownDeclaration, MoveNotAllowed.
    """
    declaration = Declaration.objects.select_for_update().filter(pk=declaration_id).first()
    if declaration is None:
        raise UnknownDeclaration(declaration_id=declaration_id)
    changes: dict[str, object] = {}
    if declaration.parked_at is None:
        move_to(declaration, DeclarationState.DRAFT, reason=gettext_noop("filed again"), actor=actor)
        changes = _anew()
        # Asked of the declaration that was refused: the new one's numbers begin anew, and so do its questions.
        CustomsQuestion.objects.filter(declaration=declaration).delete()
    # That an attempt was made is not forgotten: customs may hold a declaration that we have not heard of.
    Declaration.objects.filter(pk=declaration_id).update(
        **{"attempts": Least("attempts", 1), **changes},
        faults=0,
        problem="",
        run_after=clock.now(),
        parked_at=None,
    )
    announce(shipment_changed, shipment_id=declaration.shipment_id)
    announce(declaration_wished, declaration_id=declaration_id)


def _anew() -> dict[str, object]:
    """Another attempt is another declaration at customs: its name, its notices and its data begin anew."""
    return {
        "idempotency_key": uuid4().hex,
        "attempts": 0,
        "customs_reference": "",
        "mrn": "",
        "sequence": 0,
        "message": {},
        "decided_at": None,
    }
