"""Records what customs said of a declaration and moves it along: each notice once, never backwards."""

from collections.abc import Sequence
from uuid import uuid4

import structlog
from django.db import transaction

from localization import clock
from localization.lifecycle import move_to
from logistics.customs.base import Notice
from logistics.events import announce, shipment_changed
from logistics.models import CustomsQuestion, Declaration
from logistics.states import DeclarationState

_DECIDED = (DeclarationState.RELEASED, DeclarationState.REFUSED)
_log = structlog.get_logger(__name__)


@transaction.atomic
def record_notices(declaration_id: int, notices: Sequence[Notice]) -> None:
    """Apply the notices that are newer than the last one that counted, in customs' own order.

    Notices twice, late or out of order leave the declaration where the newest one puts it: an "accepted" that comes
    after the "released" is old news. A verdict that the table does not allow is logged and changes nothing.
    """
    declaration = Declaration.objects.select_for_update().get(pk=declaration_id)
    fresh = sorted(
        (one for one in notices if one.customs_reference == declaration.customs_reference),
        key=lambda notice: notice.sequence,
    )
    for notice in fresh:
        if notice.sequence > declaration.sequence:
            _apply(declaration, notice)
    Declaration.objects.filter(pk=declaration_id).update(news_at=clock.now())


def _apply(declaration: Declaration, notice: Notice) -> None:
    declaration.sequence = notice.sequence
    declaration.mrn = notice.mrn or declaration.mrn
    if notice.verdict in _DECIDED:
        declaration.decided_at = clock.now()
    declaration.save(update_fields=["sequence", "mrn", "decided_at"])
    if notice.verdict == "held":
        _ask(declaration, notice)
    if notice.verdict in declaration.MOVES[declaration.state]:
        move_to(declaration, notice.verdict, reason=notice.reason, actor=declaration.office)
        announce(shipment_changed, shipment_id=declaration.shipment_id)
    elif notice.verdict != declaration.state:
        _log.warning("customs_verdict_ignored", declaration_id=declaration.pk, verdict=notice.verdict)


def _ask(declaration: Declaration, notice: Notice) -> None:
    now = clock.now()
    CustomsQuestion.objects.bulk_create(
        [
            CustomsQuestion(
                declaration=declaration,
                sequence=notice.sequence,
                code=asked.code,
                text=asked.text,
                asked_at=now,
                idempotency_key=uuid4().hex,
            )
            for asked in notice.asked
        ],
        ignore_conflicts=True,
    )
