"""Store offers: write what one unit costs in each market beside everything a card shows."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from catalog.models import Offer, Product
from catalog.selectors.offer_faces import OfferFace, offer_faces
from catalog.services.choose_leads import choose_leads
from catalog.values import OfferFigures

_KEY = ["variant", "market"]
_WRITTEN = [field.name for field in Offer._meta.concrete_fields if field.name not in {"id", "lead", *_KEY}]
_LAST = 1_000_000_000
"""Added to the rank of what cannot be quoted for a market: it stands behind everything that can."""
_BATCH = 500


def store_offers(figures: Sequence[OfferFigures]) -> None:
    """Write or replace the offers of these variants and markets, and let the best offer of each product lead.

    Figures of a variant that no longer exists are dropped. The number of queries does not grow with the offers of a batch.
    """
    with transaction.atomic():
        faces = offer_faces({figure.variant_id for figure in figures})
        rows = [_offer(figure, faces[figure.variant_id]) for figure in figures if figure.variant_id in faces]
        products = {row.product_id for row in rows}
        _lock(products)
        Offer.objects.bulk_create(
            rows, batch_size=_BATCH, update_conflicts=True, unique_fields=_KEY, update_fields=_WRITTEN
        )
        choose_leads(products)


def _lock(product_ids: set[int]) -> None:
    """Two writers of one product's offers wait for one another here instead of meeting in the upsert."""
    rows = Product.objects.select_for_update(no_key=True).filter(pk__in=product_ids).order_by("pk")
    list(rows.values_list("pk"))


def _offer(figure: OfferFigures, face: OfferFace) -> Offer:
    columns = asdict(face)
    columns["rank"] += _LAST if figure.refusal else 0
    return Offer(
        **columns,
        variant_id=figure.variant_id,
        market=figure.market,
        currency=figure.delivered.currency.code,
        goods=figure.goods.amount,
        duty=figure.duty.amount,
        tax=figure.tax.amount,
        fees=figure.fees.amount,
        delivered=figure.delivered.amount,
        freight=figure.freight.amount,
        refusal=figure.refusal,
        scheme=figure.scheme,
        fx=figure.fx,
        priced_at=figure.priced_at,
    )
