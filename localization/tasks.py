"""Background work of localization."""

from celery import shared_task

from localization.outside import Unavailable
from localization.services import fetch_rates as service


@shared_task(autoretry_for=(Unavailable,), retry_backoff=30, retry_backoff_max=600, max_retries=5)
def fetch_rates() -> None:
    """Ask the live source for today's rates; an unreachable source is asked again, then left to the next beat."""
    service.fetch_rates()
