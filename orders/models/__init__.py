"""The rows of orders: carts, quotes, orders with their parcels, the keys orders were placed with, and withdrawals."""

from orders.models.cart import Cart, CartLine
from orders.models.identifier import BuyerIdentifier
from orders.models.mail import OrderMail
from orders.models.order import Order, OrderHistory, OrderPayment, PlacedKey
from orders.models.parcel import OrderCharge, OrderLine, OrderParcel, OrderShipment
from orders.models.quote import Quote
from orders.models.withdrawal import Withdrawal

__all__ = [
    "BuyerIdentifier",
    "Cart",
    "CartLine",
    "Order",
    "OrderCharge",
    "OrderHistory",
    "OrderLine",
    "OrderMail",
    "OrderParcel",
    "OrderPayment",
    "OrderShipment",
    "PlacedKey",
    "Quote",
    "Withdrawal",
]
