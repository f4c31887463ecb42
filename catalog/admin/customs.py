"""What customs still needs, in words for the back office."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from catalog.models import Variant
from catalog.selectors.todo import missing_facts


def open_facts(variant: Variant) -> str:
    """The missing facts of a variant, "" when customs has all it needs."""
    return in_words(missing_facts(variant.hs_code, variant.origin, variant.weight_grams))


def in_words(missing: Iterable[str]) -> str:
    """The names of customs facts as a reader says them."""
    names = {"hs_code": _("HS code"), "origin": _("origin"), "weight": _("weight")}
    return ", ".join(names[fact] for fact in missing)
