"""Work of logistics that a worker does: each task takes an id and calls one service."""

from celery import shared_task

from logistics.services import advance_declaration as advance_declaration_service
from logistics.services import advance_shipment as advance_shipment_service
from logistics.services import apply_notice as apply_notice_service
from logistics.services import apply_scan as apply_scan_service
from logistics.services import poll_declaration as poll_declaration_service
from logistics.services import poll_shipment as poll_shipment_service
from logistics.services import sweep_declarations as sweep_declarations_service
from logistics.services import sweep_shipments as sweep_shipments_service


@shared_task(name="logistics.advance_shipment")
def advance_shipment(shipment_id: int) -> None:
    """Book, hand over or recall a parcel at its carrier."""
    advance_shipment_service.advance_shipment(shipment_id)


@shared_task(name="logistics.apply_scan")
def apply_scan(notification_id: int) -> None:
    """Apply a carrier's stored message."""
    apply_scan_service.apply_scan(notification_id)


@shared_task(name="logistics.poll_shipment")
def poll_shipment(shipment_id: int) -> None:
    """Ask a carrier about a silent parcel."""
    poll_shipment_service.poll_shipment(shipment_id)


@shared_task(name="logistics.sweep_shipments")
def sweep_shipments() -> None:
    """Find what was left behind."""
    sweep_shipments_service.sweep_shipments()


@shared_task(name="logistics.advance_declaration")
def advance_declaration(declaration_id: int) -> None:
    """File, answer or withdraw a declaration at customs."""
    advance_declaration_service.advance_declaration(declaration_id)


@shared_task(name="logistics.apply_notice")
def apply_notice(notification_id: int) -> None:
    """Apply a stored message of customs."""
    apply_notice_service.apply_notice(notification_id)


@shared_task(name="logistics.poll_declaration")
def poll_declaration(declaration_id: int) -> None:
    """Ask customs about a declaration it is silent about."""
    poll_declaration_service.poll_declaration(declaration_id)


@shared_task(name="logistics.sweep_declarations")
def sweep_declarations() -> None:
    """Find what was left behind at customs."""
    sweep_declarations_service.sweep_declarations()
