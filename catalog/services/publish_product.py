"""Publish a product: list it for sale, once nothing that buyers or customs need is missing."""

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Offer, Product
from catalog.refusals import CustomsFactsMissing, IncompleteProduct
from catalog.selectors.todo import missing_facts
from catalog.services.index_products import index_products
from catalog.states import MerchantState, ProductState
from localization.lifecycle import move_to


def publish_product(*, product_id: int, actor: str = "system") -> None:
    """List a draft or withdrawn product; a listed one stays as it is.

    Raises IncompleteProduct without a title, a category, a variant or a price above zero, CustomsFactsMissing without
    HS code, origin or weight of any variant; nothing changes then.
    """
    with transaction.atomic():
        product = (
            Product.objects.select_for_update(of=("self",)).select_related("merchant").get(pk=product_id)
        )
        if product.state == ProductState.LISTED:
            return
        _refuse_incomplete(product)
        move_to(product, ProductState.LISTED, actor=actor)
        Offer.objects.filter(product=product).update(listed=product.merchant.state == MerchantState.ACTIVE)
        index_products([product_id])
        announce(offers_stale, [product_id])


def _refuse_incomplete(product: Product) -> None:
    variants = list(product.variants.all())
    needs = {
        "title": product.texts.exclude(title="").exists(),
        "category": product.category_id is not None,
        "variant": bool(variants),
        "price": all(variant.price_amount > 0 for variant in variants),
    }
    missing = tuple(name for name, there in needs.items() if not there)
    if missing:
        raise IncompleteProduct(missing=missing)
    open_facts = {
        variant.sku: facts
        for variant in variants
        if (facts := missing_facts(variant.hs_code, variant.origin, variant.weight_grams))
    }
    if open_facts:
        raise CustomsFactsMissing(missing=open_facts)
