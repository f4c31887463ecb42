"""Save product texts: say what a product is called and how it is described, language by language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from catalog.descriptions import sanitised
from catalog.events import announce, offers_stale
from catalog.models import Product, ProductText
from catalog.refusals import IncompleteProduct
from catalog.services.index_products import index_products
from catalog.states import ProductState


@dataclass(frozen=True, kw_only=True)
class ProductWords:
    """The text of one language; `description` is HTML of which only plain prose is kept."""

    title: str
    summary: str = ""
    description: str = ""
    translation: str = ProductText.Translation.ORIGINAL


def save_product_texts(*, product_id: int, texts: Mapping[str, ProductWords | None]) -> None:
    """Write the texts by language code, None taking one away; languages that are not named stay as they are.

    Raises IncompleteProduct when a product that is listed would be left without a title.
    """
    with transaction.atomic():
        product = Product.objects.select_for_update().get(pk=product_id)
        for language, words in texts.items():
            _write(product, language, words)
        if product.state == ProductState.LISTED and not product.texts.exclude(title="").exists():
            raise IncompleteProduct(missing=("title",))
        index_products([product_id])
        announce(offers_stale, [product_id])


def _write(product: Product, language: str, words: ProductWords | None) -> None:
    if words is None:
        product.texts.filter(language=language).delete()
        return
    product.texts.update_or_create(
        language=language,
        defaults={
            "title": words.title,
            "summary": words.summary,
            "description": sanitised(words.description),
            "translation": words.translation,
        },
    )
