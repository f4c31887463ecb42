"""Describe a picture: what it shows in each language, and where it stands among the product's pictures."""

from collections.abc import Mapping

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Picture


def describe_picture(*, picture_id: int, alts: Mapping[str, str], position: int) -> None:
    """Write the descriptions by language code and the place; the smallest place is shown first."""
    with transaction.atomic():
        picture = Picture.objects.select_for_update().get(pk=picture_id)
        picture.alts, picture.position = dict(alts), position
        picture.save(update_fields=["alts", "position"])
        announce(offers_stale, [picture.product_id])
