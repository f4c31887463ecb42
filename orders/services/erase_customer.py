"""Erase a customer: what names the person goes, what the books and customs need stays."""

from dataclasses import replace

from django.db import transaction

from localization.addresses import Address
from orders.models import BuyerIdentifier, Cart, Order, Quote
from orders.refusals import OrdersOpen
from orders.services._identifying import forget_identifiers
from orders.states import FINAL

ERASED_EMAIL = "erased@invalid"
_NAMELESS = {"name": "—", "street": "—", "street2": "", "company": "", "phone": "", "email": ""}


def erase_customer(user_id: int) -> None:
    """Take the person out of carts, quotes and orders; amounts, lines, country and postcode stay.

    Raises OrdersOpen while an order is under way: its parcel still needs the address.
    """
    with transaction.atomic():
        orders = list(Order.objects.select_for_update().filter(customer_id=user_id).order_by("pk"))
        still_open = [order.number for order in orders if order.state not in FINAL]
        if still_open:
            raise OrdersOpen(numbers=tuple(still_open))
        for order in orders:
            _erase(order)
        identifiers = BuyerIdentifier.objects.filter(order__in=orders)
        forget_identifiers(identifiers.filter(erased_at=None))
        identifiers.update(digest="")
        carts = Cart.objects.filter(customer_id=user_id)
        Quote.objects.filter(cart__in=carts, order=None).delete()
        carts.delete()


def _erase(order: Order) -> None:
    address = replace(Address.from_json(order.address), **_NAMELESS).to_json()
    Order.objects.filter(pk=order.pk).update(email=ERASED_EMAIL, address=address, customer=None)
    # The one change a quote may see: the person in it, not the price.
    quote = Quote.objects.get(pk=order.quote_id)
    Quote.objects.filter(pk=quote.pk).update(body={**quote.body, "address": address})
    order.history.filter(actor__startswith="user:").update(actor="customer")
