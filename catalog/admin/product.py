"""Products in the back office: texts and pictures, publishing and withdrawing, and what customs still needs."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from catalog.admin.customs import open_facts
from catalog.admin.import_page import import_page
from catalog.descriptions import sanitised
from catalog.events import announce, offers_stale
from catalog.models import Picture, Product, ProductHistory, ProductText, Variant
from catalog.refusals import BadPicture
from catalog.renditions import renditions
from catalog.services.add_picture import add_picture
from catalog.services.index_products import index_products
from catalog.services.publish_product import publish_product
from catalog.services.withdraw_product import withdraw_product
from localization.admin.scope import merchant_ids
from localization.admin.scoped import ScopedAdmin, ScopedStackedInline, ScopedTabularInline
from localization.refusals import Refusal


class ProductForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A product's own columns, and one more picture."""

    new_picture = forms.FileField(label=_("New picture"), required=False)

    class Meta:
        model = Product
        fields = ("category", "tint", "rank", "vendor", "kind", "tags")

    def clean_new_picture(self) -> bytes:
        """The bytes of a picture that can be kept, none when nothing was chosen."""
        upload = self.cleaned_data["new_picture"]
        content = upload.read() if upload else b""
        try:
            if content:
                renditions(content)
        except BadPicture as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return content


class ProductTextForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A text; what acts or loads is taken out of its description."""

    class Meta:
        model = ProductText
        fields = ("language", "title", "summary", "description", "translation")

    def clean_description(self) -> str:
        """Only the tags of plain prose."""
        return sanitised(self.cleaned_data["description"])


class ProductTextInline(ScopedStackedInline):
    """What the product is called and how it is described."""

    model = ProductText
    form = ProductTextForm
    tab = True


class _LookOnlyInline(ScopedTabularInline):
    """Rows that are changed elsewhere."""

    can_delete = False
    tab = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class VariantInline(_LookOnlyInline):
    """The variants; a row opens the page where its facts are completed."""

    model = Variant
    show_change_link = True
    fields = readonly_fields = ("sku", "choices", "price_amount", "price_currency", "needs")

    @admin.display(description=_("customs needs"))
    def needs(self, variant: Variant) -> str:
        """What is missing before the product can be listed."""
        return open_facts(variant) or "–"


class PictureInline(ScopedTabularInline):
    """The pictures and their descriptions."""

    model = Picture
    tab = True
    fields = ("position", "file", "source_url", "alts")
    readonly_fields = ("file", "source_url")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A picture comes by upload, re-encoded."""
        return False


class MoveInline(_LookOnlyInline):
    """Who listed and withdrew it when."""

    model = ProductHistory
    verbose_name_plural = _("moves")
    fields = readonly_fields = ("at", "actor", "source", "target", "reason")


@admin.register(Product)
class ProductAdmin(ScopedAdmin):
    """A merchant's listings."""

    merchant_path = "merchant_id"
    form = ProductForm
    list_display = ("handle", "merchant", "category", "state", "needs")
    list_select_related = ("merchant", "category")
    list_filter = ("state", ("merchant", admin.RelatedOnlyFieldListFilter), "category")
    search_fields = ("handle", "source_handle", "texts__title", "variants__sku")
    readonly_fields = ("handle", "source_handle", "merchant", "state", "needs")
    fields = (
        ("handle", "merchant", "source_handle"),
        ("state", "needs"),
        ("category", "tint", "rank"),
        ("vendor", "kind"),
        "tags",
        "new_picture",
    )
    inlines = (ProductTextInline, VariantInline, PictureInline, MoveInline)
    actions = ("publish", "withdraw")
    actions_submit_line = ("publish_this", "withdraw_this")
    list_before_template = "admin/catalog/import_link.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Product]:
        """With the variants, whose facts the list shows."""
        rows: QuerySet[Product] = super().get_queryset(request)
        return rows.prefetch_related("variants")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The order of the shop's shelf is the operators'."""
        return self.readonly_fields if merchant_ids(request) is None else (*self.readonly_fields, "rank")

    def get_urls(self) -> list[URLPattern]:
        """One more page: the import."""
        page = self.admin_site.admin_view(lambda request: import_page(self, request))
        urls: list[URLPattern] = super().get_urls()
        return [path("import/", page, name="catalog_product_import"), *urls]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Products come by import or catalogue."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A product is withdrawn, not deleted: orders name it."""
        return False

    @admin.display(description=_("customs needs"))
    def needs(self, product: Product) -> str:
        """How many variants lack something."""
        lacking = [variant for variant in product.variants.all() if open_facts(variant)]
        return f"{len(lacking)} ⚠" if lacking else "–"

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Texts and pictures are saved: the picture is added, the search and the offers are told."""
        super().save_related(request, form, formsets, change)
        product = form.instance
        if form.cleaned_data.get("new_picture"):
            add_picture(product_id=product.pk, content=form.cleaned_data["new_picture"], alts={})
        index_products([product.pk])
        announce(offers_stale, [product.pk])

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, products: QuerySet[Product]) -> None:
        """List the selected products."""
        self._each(request, products, publish_product)

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw(self, request: HttpRequest, products: QuerySet[Product]) -> None:
        """Take the selected products out of the shop."""
        self._each(request, products, withdraw_product)

    @action(description=_("Save and publish"), permissions=["change"])  # type: ignore[untyped-decorator]
    def publish_this(self, request: HttpRequest, product: Product) -> None:
        """List this product."""
        self._each(request, [product], publish_product)

    @action(description=_("Save and withdraw"), permissions=["change"])  # type: ignore[untyped-decorator]
    def withdraw_this(self, request: HttpRequest, product: Product) -> None:
        """Take this product out of the shop."""
        self._each(request, [product], withdraw_product)

    def _each(self, request: HttpRequest, products: Any, service: Callable[..., None]) -> None:
        for product in products:
            try:
                service(product_id=product.pk, actor=str(request.user))
            except Refusal as refusal:
                self.message_user(request, f"{product.handle}: {refusal}", messages.ERROR)
            else:
                self.message_user(request, product.handle, messages.SUCCESS)
