"""Save customs facts: what a border asks of a variant."""

from dataclasses import dataclass

from django.db import transaction

from catalog.customs_facts import hs_code, origin
from catalog.events import announce, offers_stale
from catalog.models import Variant
from catalog.refusals import BadCustomsFact
from catalog.states import ProductState

_HEAVIEST_GRAMS = 1_000_000


@dataclass(frozen=True, kw_only=True)
class CustomsFacts:
    """The facts of one variant; the weight in grams is that of the packed piece."""

    variant_id: int
    hs_code: str
    origin: str
    weight_grams: int
    customs_description: str
    hs_version: str = "HS2022"


def save_customs_facts(facts: CustomsFacts) -> None:
    """Write the facts of a variant. Raises BadCustomsFact for one that cannot be true; nothing is written then."""
    code, country = hs_code(facts.hs_code), origin(facts.origin)
    if not 0 < facts.weight_grams <= _HEAVIEST_GRAMS:
        raise BadCustomsFact(fact="weight", value=str(facts.weight_grams))
    with transaction.atomic():
        variant = (
            Variant.objects.select_for_update(of=("self",)).select_related("product").get(pk=facts.variant_id)
        )
        variant.hs_code, variant.origin = code, country
        variant.hs_version = facts.hs_version
        variant.weight_grams = facts.weight_grams
        variant.customs_description = facts.customs_description[:255]
        variant.save(update_fields=["hs_code", "origin", "hs_version", "weight_grams", "customs_description"])
        if variant.product.state == ProductState.LISTED:
            announce(offers_stale, [variant.product_id])
