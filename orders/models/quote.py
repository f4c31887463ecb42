"""Frozen quotes: inserted once, never changed but for the moment they were used."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from djmoney.models.fields import MoneyField


class Quote(models.Model):
    """A price with everything that made it. `cart_digest` names the lines it was made for."""

    objects: ClassVar[models.Manager["Quote"]] = models.Manager()
    cart = models.ForeignKey(
        "orders.Cart", models.SET_NULL, null=True, related_name="quotes", verbose_name=_("cart")
    )
    cart_digest = models.CharField(_("cart digest"), max_length=64)
    body = models.JSONField(_("quoted content"))
    total = MoneyField(_("total"), max_digits=20, decimal_places=4, default_currency=None)
    created_at = models.DateTimeField(_("created at"))
    expires_at = models.DateTimeField(_("expires at"), db_index=True)
    used_at = models.DateTimeField(_("used at"), null=True)

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="quote_lives_for_a_while"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}: {self.total}"

    def save(self, **kwargs: Any) -> None:
        """Insert; a stored quote refuses to be written again."""
        if not self._state.adding:
            raise TypeError("a quote is unchangeable; ask for a new one")
        super().save(**kwargs)
