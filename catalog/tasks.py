"""The catalog's work for a worker: each task calls one service."""

from celery import shared_task

from catalog.services.refresh_stock import refresh_stock
from catalog.services.refresh_stock_everywhere import refresh_stock_everywhere
from catalog.services.release_expired_holds import release_expired_holds


@shared_task(ignore_result=True)
def refresh_stock_of(product_ids: list[int]) -> None:
    """Make the offers of these products say whether they are in stock."""
    refresh_stock(product_ids)


@shared_task(name="catalog.tasks.refresh_stock_everywhere", ignore_result=True, expires=300)
def refresh_all_stock() -> None:
    """Find offers that say the wrong thing about stock: news of a change may get lost."""
    refresh_stock_everywhere()


@shared_task(name="catalog.tasks.release_expired_holds", ignore_result=True, expires=60)
def release_holds() -> None:
    """Give back what was promised to buyers who did not come back."""
    release_expired_holds()
