"""Finds what was left behind at customs: wishes nobody works on, messages nobody applied, declarations without news."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from localization import clock
from logistics.events import announce, customs_notification_stored, customs_silent, declaration_wished
from logistics.models import CustomsNotification, Declaration
from logistics.models.notification import TrackingNotification
from logistics.states import AT_CUSTOMS, DeclarationState

Outcome = TrackingNotification.Outcome
_GRACE = timedelta(seconds=15)  # the direct way after a commit takes less
_UNMATCHED_FOR = timedelta(hours=1)
_MOST = 200  # per run and kind, so that a backlog is worked off in bites


@dataclass(frozen=True, kw_only=True)
class SweptDesk:
    """How many of each kind were announced again."""

    wishes: int
    messages: int
    polls: int


def sweep_declarations() -> SweptDesk:
    """Announce them all again; who hears it does the work. Safe to run twice or not at all for a while."""
    wishes, messages, polls = _wishes(), _messages(), _silent()
    for declaration_id in wishes:
        announce(declaration_wished, declaration_id=declaration_id)
    for notification_id in messages:
        announce(customs_notification_stored, notification_id=notification_id)
    for declaration_id in polls:
        announce(customs_silent, declaration_id=declaration_id)
    return SweptDesk(wishes=len(wishes), messages=len(messages), polls=len(polls))


def _wishes() -> list[int]:
    due = clock.now() - _GRACE
    unsent = Q(questions__answered_at__isnull=False, questions__sent_at=None, state__in=AT_CUSTOMS)
    wished = Q(state=DeclarationState.DRAFT) | Q(withdraw_asked_at__isnull=False) | unsent
    waiting = Declaration.objects.filter(wished, parked_at=None, run_after__lte=due).exclude(office="")
    return list(waiting.order_by("run_after", "pk").values_list("pk", flat=True).distinct()[:_MOST])


def _messages() -> list[int]:
    """Stored ones, and for an hour those whose declaration was not known: its filing may have been recorded since."""
    now = clock.now()
    stored = Q(outcome=Outcome.STORED, received_at__lte=now - _GRACE)
    unmatched = Q(outcome=Outcome.UNMATCHED, received_at__range=(now - _UNMATCHED_FOR, now - _GRACE))
    found = CustomsNotification.objects.filter(stored | unmatched).order_by("pk")
    return list(found.values_list("pk", flat=True)[:_MOST])


def _silent() -> list[int]:
    quiet_since = clock.now() - timedelta(seconds=settings.TRACKING_QUIET_SECONDS)
    no_news = Q(news_at=None, filed_at__lte=quiet_since) | Q(news_at__lte=quiet_since)
    not_asked = Q(polled_at=None) | Q(polled_at__lte=quiet_since)
    silent = Declaration.objects.filter(no_news, not_asked, state__in=AT_CUSTOMS).exclude(office="")
    return list(silent.order_by("polled_at", "pk").values_list("pk", flat=True)[:_MOST])
