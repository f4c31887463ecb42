"""The rows on a product's page: its words per language, options, variants, pictures and moves."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.customs import open_facts
from catalog.admin.product_forms import PictureForm, ProductTextForm
from catalog.models import Option, Picture, Product, ProductHistory, ProductText, Variant
from catalog.selectors.pictures import picture_url
from catalog.values import LARGE, SMALL
from catalog.wording import worded
from localization.admin.address_field import reader
from localization.admin.scoped import ScopedStackedInline, ScopedTabularInline
from localization.languages import LANGUAGES


class TextRows(ScopedStackedInline):
    """The product's words, one block per language of the shop."""

    model = ProductText
    form = ProductTextForm
    fields = (("title", "summary"), "description", "translation", "language")
    max_num = len(LANGUAGES)

    def get_extra(self, request: HttpRequest, obj: Product | None = None, **kwargs: Any) -> int:
        """A block for each language that has no text yet."""
        return len(unwritten(obj))


def unwritten(product: Product | None) -> list[str]:
    """The languages a product has no text in, English first."""
    written = set(product.texts.values_list("language", flat=True)) if product and product.pk else set[str]()
    return [language.code for language in LANGUAGES if language.code not in written]


class LookOnlyRows(ScopedTabularInline):
    """Rows that are changed elsewhere."""

    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class OptionRows(LookOnlyRows):
    """What the variants differ in; a row opens the page of its names and values."""

    model = Option
    show_change_link = True
    fields = readonly_fields = ("called", "value_names")

    @admin.display(description=_("Name"))
    def called(self, option: Option) -> str:
        """Its name in the reader's language."""
        return worded(option.names, reader()) or option.code

    @admin.display(description=_("Values"))
    def value_names(self, option: Option) -> str:
        """Its values in the reader's language."""
        return " · ".join(worded(value.names, reader()) or value.code for value in option.values.all())

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the values."""
        return super().get_queryset(request).prefetch_related("values")


class VariantRows(LookOnlyRows):
    """The variants; a row opens the page where its facts are completed."""

    model = Variant
    show_change_link = True
    fields = readonly_fields = ("sku", "chosen", "price_amount", "price_currency", "needs")

    @admin.display(description=_("options"))
    def chosen(self, variant: Variant) -> str:
        """The values of its options."""
        return " · ".join(variant.choices.values()) or "–"

    @admin.display(description=_("customs needs"))
    def needs(self, variant: Variant) -> str:
        """What is missing before the product can be listed."""
        return open_facts(variant) or "–"


class PictureRows(ScopedTabularInline):
    """The pictures and what they show."""

    model = Picture
    form = PictureForm
    fields = ("preview", "position", "alts")
    readonly_fields = ("preview",)

    @admin.display(description=_("picture"))
    def preview(self, picture: Picture) -> SafeString | str:
        """The picture itself; of an imported reference its address, which is never fetched."""
        if not picture.file:
            return picture.source_url
        return format_html(
            '<img class="office-preview" src="{}" alt="{}" width="96" loading="lazy">',
            picture_url(picture.file.replace(LARGE, SMALL)),
            worded(picture.alts, reader()),
        )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A picture comes by upload, re-encoded."""
        return False


class MoveRows(LookOnlyRows):
    """Who listed and withdrew it when."""

    model = ProductHistory
    verbose_name_plural = _("moves")
    fields = readonly_fields = ("at", "actor", "source", "target", "reason")
