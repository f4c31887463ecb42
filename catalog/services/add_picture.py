"""Add a picture: re-encode an upload, keep it, and hang it behind the product's other pictures."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from catalog.events import announce, offers_stale
from catalog.models import Picture, Product
from catalog.renditions import digest_of, renditions
from catalog.stored_pictures import keep
from catalog.values import LARGE


def add_picture(*, product_id: int, content: bytes, alts: Mapping[str, str]) -> int:
    """Add a picture with its description by language; answers its id. The same upload twice is one picture.

    Raises BadPicture for anything but a JPEG, PNG, WebP or AVIF image of at most 40 megapixels and 15 MB.
    """
    made = renditions(content)
    keep(made)
    with transaction.atomic():
        product = Product.objects.select_for_update().get(pk=product_id)
        known = product.pictures.filter(digest=digest_of(content)).first()
        if known is not None:
            return known.pk
        last = product.pictures.aggregate(last=Max("position"))["last"] or 0
        picture = Picture.objects.create(
            product=product,
            file=made.stem + LARGE,
            digest=digest_of(content),
            alts=dict(alts),
            width=made.width,
            height=made.height,
            position=last + 1,
        )
        announce(offers_stale, [product_id])
    return picture.pk
