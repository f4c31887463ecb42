"""What the asker of a quote must know beside the figures: a sentence that pages translate, and its facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Notice:
    """An English sentence with %(name)s places, and the facts that fill them; without facts it is read as it stands."""

    text: str
    facts: tuple[tuple[str, str], ...] = ()

    def said(self, text: str) -> str:
        """The notice by another wording of its sentence, such as a translation."""
        return text % dict(self.facts) if self.facts else text

    def __str__(self) -> str:
        return self.said(self.text)

    def to_json(self) -> dict[str, Any]:
        """The notice as plain JSON values: ready to read, and ready to translate."""
        return {"text": str(self), "template": self.text, "facts": dict(self.facts)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The notice that `to_json` wrote."""
        return cls(data["template"], tuple(data["facts"].items()))
