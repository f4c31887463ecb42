"""The demo's logins: an operator, somebody at each merchant, and a customer."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.services.add_member import add_member
from shop.accounts.models import User
from shop.backoffice.roles import set_up_roles


@dataclass(frozen=True)
class Login:
    """A person of the demo; `merchant` is the code of the merchant they act for."""

    role: str
    email: str
    password: str
    merchant: str = ""


LOGINS = (
    Login("operator", "operator@causeway.example", "operator-demo-1"),
    Login("merchant, Hangzhou", "hangzhou@causeway.example", "merchant-demo-1", "nanshan-road"),
    Login("merchant, Shenzhen", "shenzhen@causeway.example", "merchant-demo-2", "nantou-works"),
    Login("customer", "customer@causeway.example", "customer-demo-1"),
)


def add_people(logins: Iterable[Login] = LOGINS) -> None:
    """Make the logins that are missing; existing ones keep their password."""
    group = set_up_roles()
    for login in logins:
        user = User.objects.filter(email=login.email).first() or User.objects.create_user(
            login.email, login.password
        )
        user.is_superuser = login.role == "operator"
        user.is_staff = user.is_superuser or bool(login.merchant)
        user.save(update_fields=["is_staff", "is_superuser"])
        if login.merchant:
            user.groups.add(group)
            add_member(merchant=login.merchant, user_id=user.pk, role="owner")
