"""Index products: write what the search knows of them, in every language they are described in."""

from collections import defaultdict
from collections.abc import Collection

from django.db import transaction

from catalog.descriptions import plain_text
from catalog.models import CategoryText, Product, ProductText, SearchDocument
from catalog.search_terms import index_terms

_BATCH = 200


def index_products(product_ids: Collection[int]) -> None:
    """Make the search documents of these products say what their texts say; five queries per 200 documents."""
    products = (
        Product.objects.filter(pk__in=product_ids).select_related("merchant").prefetch_related("variants")
    )
    by_id = {product.pk: product for product in products}
    shelves = _category_names({product.category_id for product in by_id.values()})
    documents = [
        _document(
            text, by_id[text.product_id], shelves.get((by_id[text.product_id].category_id, text.language))
        )
        for text in ProductText.objects.filter(product_id__in=by_id)
    ]
    spoken: dict[str, list[int]] = defaultdict(list)
    for document in documents:
        spoken[document.language].append(document.product_id)
    with transaction.atomic():
        for document in SearchDocument.objects.filter(product_id__in=by_id):
            if document.product_id not in spoken[document.language]:
                document.delete()
        SearchDocument.objects.bulk_create(
            documents,
            batch_size=_BATCH,
            update_conflicts=True,
            unique_fields=["product", "language"],
            update_fields=["title", "body"],
        )


def _document(text: ProductText, product: Product, shelf: str | None) -> SearchDocument:
    skus = [variant.sku for variant in product.variants.all()]
    beneath = [
        text.summary,
        plain_text(text.description),
        product.merchant.name,
        shelf or "",
        product.tags,
        *skus,
    ]
    return SearchDocument(
        product_id=text.product_id,
        language=text.language,
        title=index_terms(text.title),
        body=index_terms("\n".join(beneath)),
    )


def _category_names(category_ids: Collection[int | None]) -> dict[tuple[int | None, str], str]:
    rows = CategoryText.objects.filter(category_id__in=[pk for pk in category_ids if pk is not None])
    return {(row.category_id, row.language): row.name for row in rows}
