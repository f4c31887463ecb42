"""Tariff packs as loaded: every version that was ever in force, one of them active per pack."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class TariffPack(models.Model):
    """One version of one pack: its text as it was read and its checked content as the engine compiles it.

    Rows are never changed but for `active` and `own`; quotes of the past name the digest they used. `own` packs came from
    an operator and not with the shop: loading the shop's packs leaves them in force.
    """

    code = models.CharField(_("pack"), max_length=12)
    title = models.CharField(_("title"), max_length=120)
    digest = models.CharField(_("digest"), max_length=64)
    extends = models.CharField(_("extends"), max_length=12, blank=True)
    territories = models.JSONField(_("territories"), default=list)
    checked = models.DateField(_("checked on"))
    valid_from = models.DateField(_("valid from"))
    expires = models.DateField(_("expires"), null=True)
    text = models.TextField(_("text"))
    content = models.JSONField(_("content"))
    active = models.BooleanField(_("active"))
    own = models.BooleanField(_("operator's own"), default=False)
    loaded_at = models.DateTimeField(_("loaded at"))

    class Meta:
        verbose_name = _("tariff pack")
        verbose_name_plural = _("tariff packs")
        ordering = ("code", "-loaded_at")
        constraints = [
            models.UniqueConstraint(fields=["code", "digest"], name="tariff_pack_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(active=True), name="tariff_pack_one_active"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"

    @property
    def version(self) -> str:
        """The first eight signs of the digest: the name of this version in quotes."""
        return self.digest[:8]
