"""The rows of orders in the back office."""

from orders.admin.order import OrderAdmin
from orders.admin.parcel import OrderParcelAdmin

__all__ = ["OrderAdmin", "OrderParcelAdmin"]
