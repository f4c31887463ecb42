"""What the workers do for orders: each task takes ids and calls one service."""

from celery import shared_task

from orders.services.ask_all_offers import ask_all_offers
from orders.services.erase_identifiers import erase_identifiers as erase_identifiers_service
from orders.services.refresh_offers import refresh_offers as refresh_offers_service
from orders.services.send_mail import send_mail as send_mail_service
from orders.services.sweep_orders import sweep_orders as sweep_orders_service
from orders.services.sync_order import sync_order as sync_order_service


@shared_task
def sync_order(order_id: int) -> None:
    """Bring one order up to date."""
    sync_order_service(order_id)


@shared_task
def sweep_orders() -> None:
    """Find orders that news passed by, letters unsent, and carts nobody comes back to."""
    sweep_orders_service()


@shared_task
def refresh_offers(product_ids: list[int]) -> None:
    """Price the offers of some products in every market."""
    refresh_offers_service(product_ids)


@shared_task
def refresh_all_offers() -> None:
    """Have every offer priced again, after new rates or tariffs."""
    ask_all_offers()


@shared_task
def send_mail(mail_id: int) -> None:
    """Send one letter."""
    send_mail_service(mail_id)


@shared_task
def erase_identifiers() -> None:
    """Erase buyers' identifiers that nobody needs any more."""
    erase_identifiers_service()
