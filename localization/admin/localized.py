"""Form fields that ask for a text once per language."""

from collections.abc import Mapping
from typing import Any

from django import forms
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from localization.admin.group_field import GroupField
from localization.languages import LANGUAGES, Language


def localized_line(label: Any, *, longest: int, help_text: Any = "") -> GroupField:
    """One line per language of at most `longest` characters; the field's value is a text by language code."""
    parts = {
        language.code: _part(language, UnfoldAdminTextInputWidget(attrs=writing(language)), longest)
        for language in LANGUAGES
    }
    return GroupField(parts, label=label, help_text=help_text)


def localized_text(label: Any, *, longest: int, help_text: Any = "") -> GroupField:
    """A text of several lines per language, as `localized_line`."""
    parts = {
        language.code: _part(
            language, UnfoldAdminTextareaWidget(attrs={"rows": 3, **writing(language)}), longest
        )
        for language in LANGUAGES
    }
    return GroupField(parts, label=label, help_text=help_text)


def writing(language: Language) -> Mapping[str, str]:
    """How an input of a language is written: its tag and its direction."""
    return {"lang": language.code, "dir": "rtl" if language.right_to_left else "ltr"}


def _part(language: Language, widget: forms.Widget, longest: int) -> forms.CharField:
    return forms.CharField(label=language.name, required=False, max_length=longest, widget=widget)
