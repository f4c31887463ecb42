"""Erase an account: the person goes from orders, address book and sign-in; what books and customs need stays nameless."""

from django.db import transaction

from orders.services.erase_customer import erase_customer
from shop.accounts.models import User
from shop.accounts.refusals import StaffStays


def erase_account(*, user_id: int) -> None:
    """Delete the customer. Raises orders.refusals.OrdersOpen while an order is under way, StaffStays for members of staff."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user_id)
        if user.is_staff:
            raise StaffStays
        erase_customer(user_id)
        user.delete()
