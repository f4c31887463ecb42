"""Products, their texts per language, and the options their variants differ in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.category import LANGUAGE_CHOICES, Category
from catalog.models.merchant import Merchant
from catalog.states import PRODUCT_MOVES, ProductState
from localization.lifecycle import HistoryRow, known_state


class Product(models.Model):
    """A listing. `handle` is its public address; `source_handle` is what the merchant calls it in its own files.

    `imported` keeps the columns of a Shopify row that have no place of their own here, so that an export is complete.
    """

    MOVES: ClassVar[object] = PRODUCT_MOVES

    merchant = models.ForeignKey(
        Merchant, on_delete=models.PROTECT, related_name="products", verbose_name=_("merchant")
    )
    handle = models.SlugField(_("handle"), max_length=220, unique=True)
    source_handle = models.CharField(_("merchant's handle"), max_length=150)
    category = models.ForeignKey(
        Category,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("category"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=ProductState.choices, default=ProductState.DRAFT
    )
    tint = models.CharField(_("tint"), max_length=7, default="#eeeae4")
    rank = models.PositiveIntegerField(_("rank"), default=1000, help_text=_("Small numbers come first."))
    vendor = models.CharField(_("vendor"), max_length=255, blank=True)
    kind = models.CharField(_("type"), max_length=255, blank=True)
    tags = models.TextField(_("tags"), blank=True)
    imported = models.JSONField(_("imported columns"), default=dict, blank=True)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ("rank", "pk")
        constraints = [
            known_state(ProductState, name="product_state_known"),
            models.UniqueConstraint(
                fields=["merchant", "source_handle"], name="product_handle_once_per_merchant"
            ),
        ]

    def __str__(self) -> str:
        return self.handle


class ProductHistory(HistoryRow):
    """The moves of a product."""

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="history", verbose_name=_("product")
    )

    class Meta(HistoryRow.Meta):
        verbose_name = _("product move")
        verbose_name_plural = _("product moves")


class ProductText(models.Model):
    """What a product is called and how it is described in one language; `description` is sanitised HTML."""

    class Translation(models.TextChoices):
        """How a text came about."""

        ORIGINAL = "original", _("Original")
        MACHINE = "machine", _("Machine translation")
        REVIEWED = "reviewed", _("Reviewed translation")

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="texts", verbose_name=_("product")
    )
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    title = models.CharField(_("title"), max_length=255)
    summary = models.CharField(_("summary"), max_length=400, blank=True)
    description = models.TextField(_("description"), blank=True)
    translation = models.CharField(
        _("translation"), max_length=10, choices=Translation.choices, default=Translation.ORIGINAL
    )

    class Meta:
        verbose_name = _("product text")
        verbose_name_plural = _("product texts")
        constraints = [
            models.UniqueConstraint(fields=["product", "language"], name="product_text_once_per_language")
        ]

    def __str__(self) -> str:
        return self.title


class Option(models.Model):
    """Something variants differ in, such as colour; `names` by language code."""

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="options", verbose_name=_("product")
    )
    code = models.CharField(_("code"), max_length=60)
    names = models.JSONField(_("names"), default=dict)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["product", "code"], name="option_once_per_product")]

    def __str__(self) -> str:
        return self.code


class OptionValue(models.Model):
    """One value of an option, such as ink blue; `names` by language code."""

    option = models.ForeignKey(
        Option, on_delete=models.CASCADE, related_name="values", verbose_name=_("option")
    )
    code = models.CharField(_("code"), max_length=60)
    names = models.JSONField(_("names"), default=dict)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("option value")
        verbose_name_plural = _("option values")
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["option", "code"], name="value_once_per_option")]

    def __str__(self) -> str:
        return self.code
