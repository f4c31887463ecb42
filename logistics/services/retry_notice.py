"""A person looked at a message of customs that came to nothing: apply it again."""

from django.db import transaction

from logistics.events import announce, customs_notification_stored
from logistics.models import CustomsNotification
from logistics.models.notification import TrackingNotification

Outcome = TrackingNotification.Outcome
_CAME_TO_NOTHING = (Outcome.PARKED, Outcome.UNMATCHED, Outcome.UNREADABLE)


@transaction.atomic
def retry_notice(notification_id: int) -> None:
    """Put a message that was given up, not placed or not understood back to stored, with all its tries."""
    lost = CustomsNotification.objects.filter(pk=notification_id, outcome__in=_CAME_TO_NOTHING)
    if lost.update(outcome=Outcome.STORED, tries=0):
        announce(customs_notification_stored, notification_id=notification_id)
