"""What accounts do by the clock."""

from importlib import import_module

from celery import shared_task
from django.conf import settings


@shared_task(ignore_result=True)
def clear_sessions() -> None:
    """Forget sessions whose time is over, with the checkouts in them. Safe to repeat."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
