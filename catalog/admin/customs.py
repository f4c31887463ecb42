"""What customs still needs, in words for the back office."""

from catalog.models import Variant
from catalog.refusals import named
from catalog.selectors.todo import missing_facts


def open_facts(variant: Variant) -> str:
    """The missing facts of a variant, "" when customs has all it needs."""
    return named(missing_facts(variant.hs_code, variant.origin, variant.weight_grams))
