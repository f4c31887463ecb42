"""The nomenclature of goods as it was loaded: the codes of one edition of the Harmonized System with their texts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NomenclatureEntry(models.Model):
    """A chapter, heading or subheading; `level` is its number of digits, `parent` the code above it ("" for a chapter).

    `edition` is named as tariff packs name it: "HS2022".
    """

    edition = models.CharField(_("edition"), max_length=8)
    code = models.CharField(_("HS code"), max_length=6)
    level = models.PositiveSmallIntegerField(_("digits"))
    description = models.TextField(_("description"))
    parent = models.CharField(_("parent code"), max_length=4, blank=True)

    class Meta:
        verbose_name = _("nomenclature entry")
        verbose_name_plural = _("nomenclature entries")
        ordering = ("edition", "code")
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="nomenclature_entry_once")]

    def __str__(self) -> str:
        return f"{self.edition} {self.code}"
