"""A market: where we sell, in which currency and languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from localization.values import MarketInfo


class Market(models.Model):
    """Loaded from reference/markets.yaml; the apps above read it as MarketInfo."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    name = models.CharField(_("name"), max_length=80)
    countries = models.JSONField(_("countries"), default=list)
    currency = models.CharField(_("currency"), max_length=3)
    languages = models.JSONField(_("languages"), default=list)
    tax_inclusive = models.BooleanField(_("prices include tax"), default=True)
    price_ending = models.CharField(_("price ending"), max_length=4, blank=True)
    uplift = models.DecimalField(_("uplift on converted prices"), max_digits=6, decimal_places=4, default=0)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("market")
        verbose_name_plural = _("markets")
        ordering = ("position", "code")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uplift__gte=0, uplift__lt=1), name="market_uplift_is_a_share"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def info(self) -> MarketInfo:
        """This market as the value other apps see."""
        return MarketInfo(
            code=self.code,
            name=self.name,
            countries=tuple(self.countries),
            currency=self.currency,
            languages=tuple(self.languages),
            tax_inclusive=self.tax_inclusive,
            price_ending=self.price_ending,
            uplift=self.uplift,
            position=self.position,
        )
