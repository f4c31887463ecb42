"""The inbox: every genuine message of a gateway, kept raw, once per event id."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Handling(models.TextChoices):
    """What became of a message."""

    WAITING = "waiting", _("waiting")
    APPLIED = "applied", _("applied")
    IGNORED = "ignored", _("ignored")
    PARKED = "parked", _("parked")


class Notification(models.Model):
    """One message; PARKED after too many tries, for a person to look at. `claim` is what it says was paid."""

    gateway = models.CharField(_("gateway"), max_length=32)
    event_id = models.CharField(_("event"), max_length=100)
    kind = models.CharField(_("kind"), max_length=64)
    provider_id = models.CharField(_("gateway's id"), max_length=100, db_index=True)
    claim = models.JSONField(_("reported payment"), default=dict)
    body = models.BinaryField(_("message body"))
    handling = models.CharField(
        _("handling"), max_length=16, choices=Handling.choices, default=Handling.WAITING, db_index=True
    )
    tries = models.PositiveIntegerField(_("tries"), default=0)
    received_at = models.DateTimeField(_("received at"))

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("gateway", "event_id"), name="notification_once_per_event"),
        )

    def __str__(self) -> str:
        return f"{self.gateway} {self.event_id}"
