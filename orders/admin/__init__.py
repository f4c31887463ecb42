"""The rows of orders in the back office."""

from orders.admin.order import OrderAdmin
from orders.admin.parcel import OrderParcelAdmin
from orders.admin.withdrawal import WithdrawalAdmin

__all__ = ["OrderAdmin", "OrderParcelAdmin", "WithdrawalAdmin"]
