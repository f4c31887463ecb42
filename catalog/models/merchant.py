"""Merchants, the people who act for them, and the warehouses their goods leave from."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.states import MERCHANT_MOVES, MerchantState
from localization.lifecycle import HistoryRow, known_state


class Merchant(models.Model):
    """A seller; `about` is the story by language code, `currency` the one of its base prices."""

    MOVES: ClassVar[object] = MERCHANT_MOVES

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    about = models.JSONField(_("about"), default=dict, blank=True)
    country = models.CharField(_("country"), max_length=2)
    city = models.CharField(_("city"), max_length=100)
    email = models.EmailField(_("e-mail"))
    currency = models.CharField(_("currency"), max_length=3, default="USD")
    tax_ids = models.JSONField(_("tax identifiers"), default=list, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=MerchantState.choices, default=MerchantState.ACTIVE
    )

    class Meta:
        verbose_name = _("merchant")
        verbose_name_plural = _("merchants")
        ordering = ("name",)
        constraints = [known_state(MerchantState, name="merchant_state_known")]

    def __str__(self) -> str:
        return self.name


class MerchantHistory(HistoryRow):
    """The moves of a merchant."""

    merchant = models.ForeignKey(
        Merchant, on_delete=models.CASCADE, related_name="history", verbose_name=_("merchant")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("merchant move")
        verbose_name_plural = _("merchant moves")


class MerchantMember(models.Model):
    """A user who acts for a merchant."""

    class Role(models.TextChoices):
        """OWNER also changes members, STAFF works on listings, stock and orders."""

        OWNER = "owner", _("Owner")
        STAFF = "staff", _("Staff")

    merchant = models.ForeignKey(
        Merchant, on_delete=models.CASCADE, related_name="members", verbose_name=_("merchant")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.STAFF)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [models.UniqueConstraint(fields=["merchant", "user"], name="member_once_per_merchant")]

    def __str__(self) -> str:
        return f"{self.user} @ {self.merchant}"


class Warehouse(models.Model):
    """Where a merchant's stock lies and parcels are handed over; `address` is an Address as JSON."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    merchant = models.ForeignKey(
        Merchant, on_delete=models.CASCADE, related_name="warehouses", verbose_name=_("merchant")
    )
    name = models.CharField(_("name"), max_length=200)
    address = models.JSONField(_("address"), default=dict)
    country = models.CharField(_("country"), max_length=2)
    city = models.CharField(_("city"), max_length=100)

    class Meta:
        verbose_name = _("warehouse")
        verbose_name_plural = _("warehouses")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
