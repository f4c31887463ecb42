"""The journal: entries and their postings, insert-only and balanced per currency (held by database triggers)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.money import from_minor
from payments.models.payment import Payment


class JournalEntry(models.Model):
    """One thing that happened to money; `key` makes booking it twice impossible."""

    key = models.CharField(_("key"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=32)
    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="entries", verbose_name=_("payment")
    )
    booked_at = models.DateTimeField(_("booked at"))

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.key


class Posting(models.Model):
    """One line of an entry in minor units: debit above zero, credit below."""

    entry = models.ForeignKey(
        JournalEntry, on_delete=models.PROTECT, related_name="postings", verbose_name=_("journal entry")
    )
    account = models.CharField(_("account"), max_length=120, db_index=True)
    currency = models.CharField(_("currency"), max_length=3)
    minor = models.BigIntegerField(_("amount in minor units"))

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=~Q(minor=0), name="posting_not_zero"),)

    def __str__(self) -> str:
        return f"{self.account} {self.amount}"

    @property
    def amount(self) -> Money:
        """The posting as money, signed."""
        return from_minor(self.minor, self.currency)
