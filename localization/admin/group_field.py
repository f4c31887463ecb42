"""One form field made of several labelled parts, kept as a mapping: a text per language, an address, stock per warehouse."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class GroupWidget(forms.MultiWidget):
    """The parts' inputs under one another, each with a label of its own; `wrong` are the keys that need another look."""

    template_name = "admin/widgets/group.html"

    def __init__(self, parts: Mapping[str, forms.Field], title: Any) -> None:
        """Inputs for these parts; `title` names the whole group to a screen reader."""
        super().__init__({key: part.widget for key, part in parts.items()})
        self.parts = parts
        self.title = title
        self.wrong: frozenset[str] = frozenset()

    def decompress(self, value: Any) -> list[Any]:
        """The values of the parts, in their order."""
        known = value or {}
        return [part.prepare_value(known.get(key)) for key, part in self.parts.items()]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed, by part."""
        return dict(zip(self.parts, super().value_from_datadict(data, files, name), strict=True))

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Each input beside its label."""
        context = super().get_context(name, value, attrs)
        inputs = context["widget"]["subwidgets"]
        for (key, part), shown in zip(self.parts.items(), inputs, strict=True):
            shown["attrs"].pop("required", None)
            if part.required:
                shown["attrs"]["required"] = True
            if key in self.wrong:
                shown["attrs"]["aria-invalid"] = "true"
        labelled = [(part, shown) for part, shown in zip(self.parts.values(), inputs, strict=True)]
        context["widget"] |= {"labelled": labelled, "title": self.title}
        return context


class GroupField(forms.Field):
    """A mapping from key to what was typed in that part; empty parts are left out. Each error names its part."""

    widget: GroupWidget

    def __init__(self, parts: Mapping[str, forms.Field], *, label: Any, **options: Any) -> None:
        """A group of these parts, each of which needs a label."""
        self.parts = dict(parts)
        super().__init__(label=label, required=False, widget=GroupWidget(self.parts, label), **options)

    def clean(self, value: Any) -> dict[str, Any]:
        """The filled parts. Raises ValidationError with every part's problem at once."""
        typed, cleaned, problems = value or {}, {}, {}
        for key, part in self.parts.items():
            try:
                cleaned[key] = part.clean(typed.get(key))
            except ValidationError as wrong:
                problems[key] = [f"{part.label}: {message}" for message in wrong.messages]
        self.widget.wrong = frozenset(problems)
        if problems:
            raise ValidationError([message for messages in problems.values() for message in messages])
        return {key: found for key, found in cleaned.items() if found not in self.empty_values}

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether any part did."""
        was, typed = initial or {}, data or {}
        return any(part.has_changed(was.get(key), typed.get(key)) for key, part in self.parts.items())
