"""The customs declaration of a parcel: what was filed, what customs asked and decided, and its messages as they came."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from localization.lifecycle import HistoryRow, known_state
from logistics.models.notification import TrackingNotification
from logistics.models.shipment import Shipment
from logistics.states import DECLARATION_MOVES, DeclarationState

Outcome = TrackingNotification.Outcome


class Declaration(models.Model):
    """One declaration of one parcel, drawn up when the carrier took the order. Only `move_to` writes `state`.

    `office` is a key of the CUSTOMS setting; empty when the carrier shows the paper form to customs. `content` is what the
    postal form declares, `message` the data set as it was filed, both frozen.
    """

    class Form(models.TextChoices):
        """The two postal customs forms of the Universal Postal Union."""

        CN22 = "cn22", "CN22"
        CN23 = "cn23", "CN23"

    MOVES = DECLARATION_MOVES
    objects: ClassVar[models.Manager["Declaration"]] = models.Manager()

    shipment = models.OneToOneField(
        Shipment, models.PROTECT, related_name="declaration", verbose_name=_("shipment")
    )
    state = models.CharField(
        _("state"), max_length=32, choices=DeclarationState.choices, default=DeclarationState.DRAFT
    )
    form = models.CharField(_("form"), max_length=8, choices=Form.choices)
    content = models.JSONField(_("content"))
    office = models.CharField(_("customs office"), max_length=32, blank=True)
    data_set = models.CharField(_("data set"), max_length=16, blank=True)
    message = models.JSONField(_("data as filed"), default=dict, blank=True)
    # Names the attempt at customs; stored before the first call and changed only after a clear no.
    idempotency_key = models.CharField(_("idempotency key"), max_length=64, unique=True)
    customs_reference = models.CharField(_("reference at customs"), max_length=100, blank=True)
    mrn = models.CharField(_("movement reference number"), max_length=32, blank=True)
    # The number of the last message of customs that counted; what comes later with a lower one is old news.
    sequence = models.PositiveIntegerField(_("last message counted"), default=0)

    made_at = models.DateTimeField(_("drawn up at"))
    filed_at = models.DateTimeField(_("filed at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    withdraw_asked_at = models.DateTimeField(_("withdrawal requested at"), null=True, blank=True)

    attempts = models.PositiveIntegerField(_("tries"), default=0)
    run_after = models.DateTimeField(_("next try after"))
    problem = models.CharField(_("problem"), max_length=200, blank=True)
    faults = models.PositiveIntegerField(_("failures"), default=0)
    parked_at = models.DateTimeField(_("parked at"), null=True, blank=True, db_index=True)
    news_at = models.DateTimeField(_("latest news at"), null=True, blank=True)
    polled_at = models.DateTimeField(_("last asked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("customs declaration")
        verbose_name_plural = _("customs declarations")
        ordering = ("-pk",)
        constraints = (
            known_state(DeclarationState, name="declaration_state_known"),
            models.CheckConstraint(condition=Q(form__in=("cn22", "cn23")), name="declaration_form_known"),
            models.UniqueConstraint(
                fields=("office", "customs_reference"),
                condition=~Q(customs_reference=""),
                name="declaration_reference_once",
            ),
        )
        indexes = (models.Index(fields=("state", "run_after"), name="declaration_wishes"),)

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.shipment}"


class DeclarationHistory(HistoryRow):
    """One move of one declaration, insert-only."""

    declaration = models.ForeignKey(
        Declaration, models.PROTECT, related_name="history", verbose_name=_("customs declaration")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("move of a declaration")
        verbose_name_plural = _("moves of a declaration")


class CustomsQuestion(models.Model):
    """Something customs asked for while it held a parcel, and our answer: a wish to send it until `sent_at`."""

    objects: ClassVar[models.Manager["CustomsQuestion"]] = models.Manager()

    declaration = models.ForeignKey(
        Declaration, models.PROTECT, related_name="questions", verbose_name=_("customs declaration")
    )
    sequence = models.PositiveIntegerField(_("message of customs"))
    code = models.CharField(_("asked for"), max_length=32)
    text = models.CharField(_("customs' own words"), max_length=500, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    idempotency_key = models.CharField(_("idempotency key"), max_length=64, unique=True)
    note = models.CharField(_("note to customs"), max_length=500, blank=True)
    paper_name = models.CharField(_("document"), max_length=100, blank=True)
    paper_type = models.CharField(_("kind of file"), max_length=50, blank=True)
    paper = models.BinaryField(_("content"), null=True, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=100, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        verbose_name = _("question of customs")
        verbose_name_plural = _("questions of customs")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("declaration", "sequence", "code"), name="customs_question_once"),
        )

    def __str__(self) -> str:
        return f"{self.declaration_id} {self.code}"


class CustomsNotification(models.Model):
    """One signed message of customs, stored once before anybody reads it."""

    office = models.CharField(_("customs office"), max_length=32)
    event_id = models.CharField(_("event"), max_length=128)
    body = models.BinaryField(_("message body"))
    received_at = models.DateTimeField(_("received at"))
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, default=Outcome.STORED)
    tries = models.PositiveIntegerField(_("tries"), default=0)

    class Meta:
        verbose_name = _("message of customs")
        verbose_name_plural = _("messages of customs")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("office", "event_id"), name="customs_notification_once"),
        )
        indexes = (models.Index(fields=("outcome", "received_at"), name="customs_notification_open"),)

    def __str__(self) -> str:
        return f"{self.office} {self.event_id}"
