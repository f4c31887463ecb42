"""Work of logistics that a worker does: each task takes an id and calls one service."""

from celery import shared_task

from logistics.services import advance_shipment as advance_shipment_service
from logistics.services import apply_scan as apply_scan_service
from logistics.services import poll_shipment as poll_shipment_service
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
