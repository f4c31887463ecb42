"""A person looked at a message that was given up: act on it again."""

from django.db import transaction

from payments.events import Work, announce_work
from payments.models import Handling, Notification


@transaction.atomic
def retry_notification(*, notification_id: int) -> None:
    """Put a parked message back to waiting, with all its tries; any other message is left as it is."""
    parked = Notification.objects.filter(pk=notification_id, handling=Handling.PARKED)
    if parked.update(handling=Handling.WAITING, tries=0):
        announce_work(Work.NOTIFICATION, notification_id)
