"""Attempts: every call to a gateway that can move money, written down with its key before it is made."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from payments.models.payment import Payment


class AttemptKind(models.TextChoices):
    """What was asked of the gateway."""

    OPEN = "open", _("open")
    CAPTURE = "capture", _("capture")
    VOID = "void", _("void")
    REFUND = "refund", _("refund")


class Outcome(models.TextChoices):
    """What we know about the call. UNKNOWN is asked about or repeated with the same key, never with a new one."""

    NEW = "new", _("new")
    SENT = "sent", _("sent")
    UNKNOWN = "unknown", _("unknown")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")
    DECLINED = "declined", _("declined")


class Attempt(models.Model):
    """One call. `subject` is what it is about (the number of an OPEN, the wish of a CAPTURE), `provider_id` the gateway's
    payment, `page_url` where an OPEN sends the buyer.
    """

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="attempts", verbose_name=_("payment")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=AttemptKind.choices)
    subject = models.CharField(_("subject"), max_length=64)
    key = models.CharField(_("key"), max_length=64, unique=True)
    gateway = models.CharField(_("gateway"), max_length=32)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, default=Outcome.NEW)
    provider_id = models.CharField(_("gateway's id"), max_length=100, blank=True)
    page_url = models.CharField(_("payment page"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("created at"))

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("payment", "kind", "subject"), name="attempt_once_per_subject"),
            models.UniqueConstraint(
                fields=("gateway", "provider_id"),
                condition=Q(kind="open") & ~Q(provider_id=""),
                name="attempt_one_per_gateway_payment",
            ),
        )

    def __str__(self) -> str:
        return self.key
