"""Correlation of editions of the Harmonized System: which codes of one became which codes of the next."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HsCorrelation(models.Model):
    """One code of an edition and one code it corresponds to in another; a code that was split has several rows."""

    source_edition = models.CharField(_("source edition"), max_length=8)
    source_code = models.CharField(_("source code"), max_length=6)
    target_edition = models.CharField(_("target edition"), max_length=8)
    target_code = models.CharField(_("target code"), max_length=6)
    note = models.TextField(_("note"), blank=True)
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("HS correlation")
        verbose_name_plural = _("HS correlations")
        ordering = ("source_edition", "source_code", "target_edition", "target_code")
        constraints = [
            models.UniqueConstraint(
                fields=["source_edition", "source_code", "target_edition", "target_code"],
                name="hs_correlation_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_edition} {self.source_code} – {self.target_edition} {self.target_code}"
