"""Setbacks: work on a payment that failed, when it is tried again, and whether a person must look at it first."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from payments.events import Work
from payments.models.payment import Payment


class Setback(models.Model):
    """One piece of work that failed so far; the row goes when the work succeeds or a person sends it on its way again.

    `row_id` is a refund's for REFUND, else the payment's. `faults` counts failures other than a gateway's silence.
    """

    work = models.CharField(_("work"), max_length=16, choices=Work.choices)
    row_id = models.BigIntegerField(_("number"))
    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="setbacks", verbose_name=_("payment")
    )
    faults = models.PositiveIntegerField(_("failures"), default=0)
    problem = models.CharField(_("problem"), max_length=200)
    since = models.DateTimeField(_("failing since"))
    run_after = models.DateTimeField(_("next try"))
    parked_at = models.DateTimeField(_("parked at"), null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("failing work")
        verbose_name_plural = _("failing work")
        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=("work", "row_id"), name="setback_once_per_work"),)

    def __str__(self) -> str:
        return f"{self.get_work_display()}: {self.payment.reference}"
