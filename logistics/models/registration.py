"""Tax registrations: under which number, in which time, the shop or a merchant takes part in a simplified scheme."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Registration(models.Model):
    """One registration. `number` lies sealed, `shown` is what people may see of it; `valid_to` is the last day.

    `holder` is "" for the shop itself or a merchant's code. Rows are added and ended, never changed or deleted: orders of
    the past were declared under them.
    """

    objects: ClassVar[models.Manager["Registration"]] = models.Manager()

    code = models.CharField(_("scheme"), max_length=16)
    holder = models.CharField(_("merchant"), max_length=64, blank=True)
    number = models.TextField(_("number"))
    shown = models.CharField(_("number"), max_length=40)
    authority = models.CharField(_("authority"), max_length=100, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    added_by = models.CharField(_("added by"), max_length=100)
    added_at = models.DateTimeField(_("added at"))
    ended_by = models.CharField(_("ended by"), max_length=100, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        verbose_name = _("tax registration")
        verbose_name_plural = _("tax registrations")
        ordering = ("code", "holder", "-valid_from")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="registration_period"
            ),
            models.UniqueConstraint(fields=("code", "holder", "valid_from"), name="registration_starts_once"),
            models.UniqueConstraint(
                fields=("code", "holder"), condition=Q(valid_to=None), name="registration_one_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.shown}"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
