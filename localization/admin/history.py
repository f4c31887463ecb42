"""The moves of a row inside its page: in the reader's language, and naming only people the reader may know of."""

from typing import Any

from django.contrib import admin
from django.db.models import Case, CharField, F, Model, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from localization.admin.scope import colleagues, merchant_ids
from localization.admin.scoped import ScopedTabularInline
from localization.lifecycle import HistoryRow

_NAMES = {
    "": _("someone else"),
    "system": _("the system"),
    "buyer": _("the buyer"),
    "customer": _("the customer"),
    "guest": _("a guest"),
    "user": _("the customer"),
    "cart": _("a guest"),
}


class HistoryRows(ScopedTabularInline):
    """Who moved a row from where to where, when and why. Subclasses name the history's model."""

    can_delete = False
    max_num = 0
    fields = readonly_fields = ("at", "moved_from", "moved_to", "why", "who")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The moves; a merchant is not told the address of anybody who does not act for the same merchant."""
        rows: QuerySet[Any] = super().get_queryset(request)
        known: Value | F | Case = F("actor")
        if merchant_ids(request) is not None:
            stranger = Q(actor__contains="@") & ~Q(actor__in=colleagues(request))
            known = Case(When(stranger, then=Value("")), default=F("actor"), output_field=CharField())
        moves: QuerySet[Any] = rows.annotate(known_actor=known)
        return moves

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """History writes itself."""
        return False

    @admin.display(description=_("previous state"))
    def moved_from(self, move: HistoryRow) -> str:
        """The state before, as the reader calls it."""
        return move.label_of(move.source)

    @admin.display(description=_("new state"))
    def moved_to(self, move: HistoryRow) -> str:
        """The state after, as the reader calls it."""
        return move.label_of(move.target)

    @admin.display(description=_("reason"))
    def why(self, move: HistoryRow) -> str:
        """The reason: the system's own in the reader's language, a person's word for word."""
        return self.worded(move.reason) if move.reason else ""

    @admin.display(description=_("changed by"))
    def who(self, move: Any) -> str:
        """A colleague's address, a company's name, or what part somebody plays."""
        actor: str = move.known_actor
        part = actor if actor in _NAMES else actor.partition(":")[0]
        return str(_NAMES.get(part, actor))

    def worded(self, reason: str) -> str:
        """A reason that is not empty, as the reader calls it."""
        return gettext(reason)
