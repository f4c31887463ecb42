"""Exchange rates by day and provider, each a fact with a source, and the history of a person's decisions on them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from localization.lifecycle import HistoryRow, known_state
from localization.states import RATE_MOVES, RateState


class ExchangeRate(models.Model):
    """What one euro bought of `currency` on `day`, says `provider` (`source` is its address or document)."""

    MOVES: ClassVar = RATE_MOVES

    day = models.DateField(_("day"))
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(_("units for one euro"), max_digits=20, decimal_places=10)
    provider = models.CharField(_("provider"), max_length=20)
    source = models.CharField(_("source"), max_length=200, blank=True)
    rank = models.PositiveSmallIntegerField(_("precedence on one day"), default=0)
    state = models.CharField(_("state"), max_length=16, choices=RateState.choices, default=RateState.HELD)

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering = ("-day", "currency", "provider")
        constraints = [
            models.CheckConstraint(condition=models.Q(rate__gt=0), name="exchange_rate_is_positive"),
            models.UniqueConstraint(fields=("day", "currency", "provider"), name="exchange_rate_once_a_day"),
            known_state(RateState, name="exchange_rate_state_is_known"),
        ]
        indexes = [models.Index(fields=("currency", "-day", "-rank"), name="exchange_rate_newest")]

    def __str__(self) -> str:
        return f"{self.currency} {self.day} ({self.provider})"


class ExchangeRateHistory(HistoryRow):
    """Who decided what about a rate, and why."""

    rate = models.ForeignKey(
        ExchangeRate, on_delete=models.CASCADE, related_name="history", verbose_name=_("exchange rate")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("decision on a rate")
        verbose_name_plural = _("decisions on rates")
