"""The forms of a product's page: its own columns, one more picture, and its words in each language."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminColorInputWidget, UnfoldAdminFileFieldWidget

from catalog.models import Option, OptionValue, Picture, Product, ProductText
from catalog.refusals import BadPicture, HandleTaken
from catalog.renditions import renditions
from catalog.services.save_product import ProductSheet, save_product
from localization.admin.localized import localized_line, writing
from localization.admin.trial import tried
from localization.languages import BY_CODE

_SHOWS = _("What the picture shows")
_LONGEST_ALT = 250


class ProductForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A product's own columns, and one more picture with its description."""

    tint = forms.CharField(
        label=_("tint"),
        initial="#eeeae4",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}\Z")],
        widget=UnfoldAdminColorInputWidget(),
        help_text=_("The soft ground its pictures stand on."),
    )
    new_picture = forms.FileField(label=_("New picture"), required=False, widget=UnfoldAdminFileFieldWidget())
    new_alts = localized_line(
        _SHOWS, longest=_LONGEST_ALT, help_text=_("Read aloud to those who cannot see the new picture.")
    )

    class Meta:
        model = Product
        fields = ("merchant", "source_handle", "category", "tint", "rank", "vendor", "kind", "tags")
        help_texts = {
            "source_handle": _("Its short name in your files and in the page's address, such as silk-scarf."),
        }

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

    def clean(self) -> dict[str, Any]:
        """A new product's handle is free."""
        data = super().clean() or {}
        if not self.instance.pk and {"merchant", "source_handle"} <= data.keys():
            sheet = ProductSheet(merchant_id=data["merchant"].pk, handle=data["source_handle"])
            try:
                tried(lambda: save_product(sheet))
            except HandleTaken as refusal:
                self.add_error("source_handle", str(refusal))
        return data


class ProductTextForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A product's words in one language, which each label names."""

    class Meta:
        model = ProductText
        fields = ("language", "title", "summary", "description", "translation")
        widgets = {"language": forms.HiddenInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The form of the row's language, or of the language that the page offers."""
        super().__init__(*args, **kwargs)
        language = BY_CODE.get(self.instance.language or self.initial.get("language", ""))
        for name in ("title", "summary", "description", "translation"):
            field = self.fields[name]
            if language is not None:
                field.label = f"{field.label} · {language.name}"
            if language is not None and name != "translation":
                field.widget.attrs |= writing(language)

    @cached_property
    def changed_data(self) -> list[str]:
        """A language nobody has written in is no text yet."""
        given = {"language", "translation"} if not self.instance.pk else {"language"}
        return [name for name in super().changed_data if name not in given]


class PictureForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """Where a picture stands and what it shows."""

    alts = localized_line(_SHOWS, longest=_LONGEST_ALT)

    class Meta:
        model = Picture
        fields = ("position", "alts")


class OptionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What an option is called; `product` is whose."""

    product: Product
    names = localized_line(
        _("Name"), longest=100, help_text=_("What the variants differ in, such as colour or size.")
    )

    class Meta:
        model = Option
        fields = ("names",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A new option is the product's."""
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.instance.product = self.product

    def clean_names(self) -> dict[str, str]:
        """A name in one language at least."""
        return _named(self.cleaned_data["names"])


class OptionValueForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What a value of an option is called."""

    names = localized_line(_("Name"), longest=100)

    class Meta:
        model = OptionValue
        fields = ("names",)

    def clean_names(self) -> dict[str, str]:
        """A name in one language at least."""
        return _named(self.cleaned_data["names"])


def _named(names: dict[str, str]) -> dict[str, str]:
    if not names:
        raise forms.ValidationError(_("Please give a name in at least one language."))
    return names
