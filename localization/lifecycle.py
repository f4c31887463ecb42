"""The lifecycle guard: the only writer of any `state` column."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization import clock
from localization.refusals import Refusal


@dataclass(eq=False)
class MoveNotAllowed(Refusal):
    """The state table has no such move: nothing was written. `source` and `target` are states of the row's table."""

    code: ClassVar[str] = "move_not_allowed"
    text: ClassVar[str | Promise] = _(
        "%(what)s is “%(source)s” and cannot become “%(target)s”. Please look at it again."
    )

    what: str
    source: str
    target: str


def move_to(row: Any, target: str, *, reason: str = "", actor: str = "system") -> None:
    """Move a locked row to `target`, write its history, and refuse what its table does not allow.

    `row` is a model with `state`, a class attribute `MOVES` (state -> frozenset of next states) and an insert-only
    `history` (a HistoryRow subclass). The caller holds the row's lock in an open transaction. Raises MoveNotAllowed.
    """
    source = row.state
    if target not in row.MOVES.get(source, frozenset()):
        states = {str(state): state for state in row.MOVES}
        raise MoveNotAllowed(
            what=str(row), source=states.get(source, source), target=states.get(target, target)
        )
    row.state = target
    row.save(update_fields=["state"])
    row.history.create(source=source, target=target, reason=reason, actor=actor, at=clock.now())


class HistoryRow(models.Model):
    """One move of one aggregate; a subclass adds the foreign key with related_name="history"."""

    source = models.CharField(_("previous state"), max_length=32)
    target = models.CharField(_("new state"), max_length=32)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    actor = models.CharField(_("changed by"), max_length=100, default="system")
    at = models.DateTimeField(_("time"))

    class Meta:
        abstract = True
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.label_of(self.source)} → {self.label_of(self.target)}"

    def label_of(self, state: str) -> str:
        """What a state of the moved row is called; "–" for the state before the first."""
        moved: Any = next(field.related_model for field in self._meta.fields if field.is_relation)
        choices = dict(moved._meta.get_field("state").flatchoices)
        return str(choices.get(state, state)) or "–"


def known_state(choices: type[models.TextChoices], *, name: str) -> models.CheckConstraint:
    """A database constraint that keeps unknown states out of a `state` column."""
    return models.CheckConstraint(condition=models.Q(state__in=choices.values), name=name)
