"""Withdraw a product: take it out of the shop at once; orders that are placed keep it."""

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Offer, Product
from catalog.states import ProductState
from localization.lifecycle import move_to


def withdraw_product(*, product_id: int, actor: str = "system") -> None:
    """Take a listed product off the lists; one that is withdrawn already stays so. Raises MoveNotAllowed for a draft."""
    with transaction.atomic():
        product = Product.objects.select_for_update().get(pk=product_id)
        if product.state == ProductState.WITHDRAWN:
            return
        move_to(product, ProductState.WITHDRAWN, actor=actor)
        Offer.objects.filter(product=product).update(listed=False)
        announce(offers_stale, [product_id])
