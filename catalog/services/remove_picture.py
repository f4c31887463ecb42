"""Remove a picture from its product; the files stay, since other products may show the same picture."""

from django.db import transaction

from catalog.events import announce, offers_stale
from catalog.models import Picture


def remove_picture(*, picture_id: int) -> None:
    """Take the picture away; one that is gone already stays so."""
    with transaction.atomic():
        picture = Picture.objects.select_for_update().filter(pk=picture_id).first()
        if picture is not None:
            picture.delete()
            announce(offers_stale, [picture.product_id])
