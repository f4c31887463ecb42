"""Markup rendered once and then only filled in: what a list repeats costs one rendering, and each repetition a join.

A template is rendered with marks where the values belong; what stands between the marks is kept. The template stays the
only source of the markup. It may print a mark and nothing else with it: no filter, no comparison.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from django.utils.safestring import SafeString, mark_safe

# Private-use letters: escaping leaves them alone, and a template of ours never writes them.
_MARK = re.compile("\ue000([a-z_]+)\ue001")


@dataclass(frozen=True)
class Stencil:
    """The fixed text of some markup, and the names of the values between its parts."""

    parts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, rendered: str) -> "Stencil":
        """The stencil in a text that was rendered with marks."""
        found = _MARK.split(rendered)
        return cls(parts=tuple(found[::2]), names=tuple(found[1::2]))

    def filled(self, values: Mapping[str, str]) -> SafeString:
        """The markup with its values, each escaped. A value is never looked at for marks."""
        safe = {name: escape(value) for name, value in values.items()}
        return mark_safe(self._form % tuple(map(safe.__getitem__, self.names)))  # noqa: S308  # our template, and every value escaped

    @cached_property
    def _form(self) -> str:
        return "%s".join(part.replace("%", "%%") for part in self.parts)


def marks(names: Iterable[str]) -> dict[str, str]:
    """A mark for each name, to render a template with."""
    return {name: f"\ue000{name}\ue001" for name in names}
