"""Pictures of products: two renditions of our own making, or a reference to a merchant's file elsewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.product import Product


class Picture(models.Model):
    """A picture; `file` is the 800 pixel rendition's storage name, its 400 pixel sister is named alike.

    `source_url` is where an imported file said the picture lies: kept, never fetched. `digest` is the SHA-256 of the
    uploaded bytes.
    """

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="pictures", verbose_name=_("product")
    )
    file = models.CharField(_("file"), max_length=200, blank=True)
    source_url = models.URLField(_("source"), max_length=1000, blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True, editable=False)
    alts = models.JSONField(_("descriptions"), default=dict, blank=True)
    width = models.PositiveIntegerField(_("width"), default=0)
    height = models.PositiveIntegerField(_("height"), default=0)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    imported = models.JSONField(_("imported columns"), default=dict, blank=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.file or self.source_url
