"""Export an account: everything the shop knows of one customer, as plain data."""

from typing import Any

from orders.services.export_customer import export_customer
from shop.accounts.models import User
from shop.accounts.selectors import saved_addresses


def export_account(*, user_id: int) -> dict[str, Any]:
    """Profile, address book, cart and orders as JSON types."""
    user = User.objects.get(pk=user_id)
    return {
        "profile": {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "joined_at": user.date_joined.isoformat(),
        },
        "addresses": [row.address.to_json() for row in saved_addresses(user_id)],
        **export_customer(user_id),
    }
