"""A person looked at work that was given up: send it on its way again."""

import structlog
from django.db import transaction

from payments.events import Work, announce_work
from payments.models import Setback

_log = structlog.get_logger(__name__)


@transaction.atomic
def resume_work(*, setback_id: int, actor: str) -> None:
    """Forget the failures and wake a worker; nothing happens when the work succeeded meanwhile."""
    setback = Setback.objects.select_for_update().filter(pk=setback_id).first()
    if setback is None:
        return
    _log.info("payment_work_resumed", work=setback.work, row_id=setback.row_id, actor=actor)
    setback.delete()
    announce_work(Work(setback.work), setback.row_id)
