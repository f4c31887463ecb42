"""Products in the back office: drafted, described, pictured, published and withdrawn, each by its service."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from catalog.admin.customs import open_facts
from catalog.admin.import_page import import_page
from catalog.admin.product_forms import ProductForm
from catalog.admin.product_rows import MoveRows, OptionRows, PictureRows, TextRows, VariantRows, unwritten
from catalog.models import Picture, Product, ProductText
from catalog.selectors.categories import categories
from catalog.services.add_picture import add_picture
from catalog.services.describe_picture import describe_picture
from catalog.services.publish_product import publish_product
from catalog.services.remove_picture import remove_picture
from catalog.services.save_product import ProductSheet, save_product
from catalog.services.save_product_texts import ProductWords, save_product_texts
from catalog.services.withdraw_product import withdraw_product
from catalog.states import ProductState
from localization.admin.address_field import reader
from localization.admin.scope import merchant_ids
from localization.admin.scoped import ScopedAdmin
from localization.refusals import Refusal

_OWN = (("category", "tint", "rank"), ("vendor", "kind"), "tags")
_PICTURE = ("new_picture", "new_alts")


@admin.register(Product)
class ProductAdmin(ScopedAdmin):
    """A merchant's listings."""

    merchant_path = "merchant_id"
    form = ProductForm
    list_display = ("handle", "merchant", "category", "state", "needs")
    list_select_related = ("merchant", "category")
    list_filter = ("state", ("merchant", admin.RelatedOnlyFieldListFilter), "category")
    search_fields = ("handle", "source_handle", "texts__title", "variants__sku")
    inlines = (TextRows, OptionRows, VariantRows, PictureRows, MoveRows)
    actions = ("publish", "withdraw")
    actions_submit_line = ("publish_this", "withdraw_this")
    actions_detail = ("add_variant", "add_option")
    list_before_template = "admin/catalog/import_link.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Product]:
        """With the variants, whose facts the list shows."""
        rows: QuerySet[Product] = super().get_queryset(request)
        return rows.prefetch_related("variants")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[Any, ...]:
        """Whose it is and what it is called is asked once."""
        if obj is None:
            return (("merchant", "source_handle"), *_OWN)
        return (("handle", "merchant", "source_handle"), ("state", "needs"), *_OWN, *_PICTURE)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The order of the shop's shelf is the operators'."""
        fixed = () if obj is None else ("handle", "source_handle", "merchant", "state", "needs")
        return fixed if merchant_ids(request) is None else (*fixed, "rank")

    def get_inlines(self, request: HttpRequest, obj: Any) -> tuple[Any, ...]:
        """A new product is given its words first."""
        return (TextRows,) if obj is None else self.inlines

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Categories by their names in the reader's language."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "category":
            names = {shelf.code: shelf.name for shelf in categories(reader())}
            field.label_from_instance = lambda shelf: names.get(shelf.code, shelf.code)
        return field

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A member of one merchant need not choose it."""
        own = merchant_ids(request) or frozenset()
        return {
            **super().get_changeform_initial_data(request),
            **({"merchant": min(own)} if len(own) == 1 else {}),
        }

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Each language without a text is offered by name."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, TextRows):
            kwargs["initial"] = [{"language": code} for code in unwritten(obj)]
        return kwargs

    def get_urls(self) -> list[URLPattern]:
        """One more page: the import."""
        page = self.admin_site.admin_view(lambda request: import_page(self, request))
        urls: list[URLPattern] = super().get_urls()
        return [path("import/", page, name="catalog_product_import"), *urls]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A product is withdrawn, not deleted: orders name it."""
        return False

    def has_publish_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        """The button is offered while the product is not in the shop."""
        return self.has_operate_permission(request) and not self._is_listed(object_id, otherwise=False)

    def has_withdraw_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        """The button is offered while the product is in the shop."""
        return self.has_operate_permission(request) and self._is_listed(object_id, otherwise=True)

    def _is_listed(self, object_id: Any, *, otherwise: bool) -> bool:
        if object_id is None:
            return otherwise
        return Product.objects.filter(pk=object_id, state=ProductState.LISTED).exists()

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Another product begins at the list: its button would crowd out those of this one."""
        context = {**context, "show_save_and_add_another": False}
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("customs needs"))
    def needs(self, product: Product) -> str:
        """How many variants lack something."""
        lacking = [variant for variant in product.variants.all() if open_facts(variant)]
        return f"{len(lacking)} ⚠" if lacking else "–"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Its own columns by their service."""
        obj.pk = save_product(
            ProductSheet(
                product_id=obj.pk,
                merchant_id=obj.merchant_id,
                handle=obj.source_handle,
                category_id=obj.category_id,
                tint=obj.tint,
                rank=obj.rank,
                vendor=obj.vendor,
                kind=obj.kind,
                tags=obj.tags,
            )
        )
        obj.refresh_from_db()

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        """Words and pictures by their services."""
        rows = formset.save(commit=False)
        if formset.model is ProductText:
            gone = {row.language: None for row in formset.deleted_objects}
            save_product_texts(
                product_id=form.instance.pk, texts=gone | {row.language: _words(row) for row in rows}
            )
        if formset.model is Picture:
            for row in formset.deleted_objects:
                remove_picture(picture_id=row.pk)
            for row in rows:
                describe_picture(picture_id=row.pk, alts=row.alts, position=row.position)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Words and pictures are saved: then the new picture is added, and a button pressed finds all of it."""
        super().save_related(request, form, formsets, change)
        if form.cleaned_data.get("new_picture"):
            add_picture(
                product_id=form.instance.pk,
                content=form.cleaned_data["new_picture"],
                alts=form.cleaned_data["new_alts"],
            )
        for button in self.get_actions_submit_line(request, form.instance.pk) if change else ():
            if button.action_name in request.POST:
                button.method(request, form.instance)

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """A new product goes on to its own page, where variants and pictures are added."""
        return redirect("admin:catalog_product_change", obj.pk)

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, products: QuerySet[Product]) -> None:
        """List the selected products."""
        self._each(request, products, publish_product)

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw(self, request: HttpRequest, products: QuerySet[Product]) -> None:
        """Take the selected products out of the shop."""
        self._each(request, products, withdraw_product)

    @action(description=_("Save and publish"), permissions=["publish"])  # type: ignore[untyped-decorator]
    def publish_this(self, request: HttpRequest, product: Product) -> None:
        """List this product."""
        self._each(request, [product], publish_product)

    @action(description=_("Save and withdraw"), permissions=["withdraw"])  # type: ignore[untyped-decorator]
    def withdraw_this(self, request: HttpRequest, product: Product) -> None:
        """Take this product out of the shop."""
        self._each(request, [product], withdraw_product)

    @action(description=_("Add a variant"), permissions=["operate"])  # type: ignore[untyped-decorator]
    def add_variant(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Go and describe one more variant."""
        return redirect(f"{reverse('admin:catalog_variant_add')}?product={object_id}")

    @action(description=_("Add an option"), permissions=["operate"])  # type: ignore[untyped-decorator]
    def add_option(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Go and name one more thing the variants differ in."""
        return redirect(f"{reverse('admin:catalog_option_add')}?product={object_id}")

    def _each(self, request: HttpRequest, products: Any, service: Callable[..., None]) -> None:
        for product in products:
            try:
                service(product_id=product.pk, actor=str(request.user))
            except Refusal as refusal:
                self.message_user(request, f"{product.handle}: {refusal}", messages.ERROR)
            else:
                self.message_user(request, product.handle, messages.SUCCESS)


def _words(text: ProductText) -> ProductWords:
    return ProductWords(
        title=text.title, summary=text.summary, description=text.description, translation=text.translation
    )
