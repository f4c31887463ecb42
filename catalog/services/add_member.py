"""Add a member: a user may act for a merchant from now on."""

from catalog.models import Merchant, MerchantMember


def add_member(*, merchant: str, user_id: int, role: str = MerchantMember.Role.STAFF) -> None:
    """Let a user act for the merchant of a code; again with another role changes the role.

    Raises Merchant.DoesNotExist.
    """
    MerchantMember.objects.update_or_create(
        merchant=Merchant.objects.get(code=merchant), user_id=user_id, defaults={"role": role}
    )
