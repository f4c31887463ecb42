"""What needs doing at customs: counts with their sentences, for operators."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import ngettext

from logistics.selectors import attention


@dataclass(frozen=True)
class Pile:
    """So many rows of one kind: the sentence (with a place for the count), the admin list and its filter."""

    count: int
    text: str
    page: str
    query: str
    can_wait: bool = False


def customs_work() -> Iterator[Pile]:
    """Every pile there may be, also empty ones."""
    yield from _declarations()
    yield _messages()


def _declarations() -> Iterator[Pile]:
    waiting = attention.declarations_at_customs()
    yield Pile(
        waiting.held,
        ngettext(
            "Customs holds %(count)s parcel and waits for an answer.",
            "Customs holds %(count)s parcels and waits for answers.",
            waiting.held,
        ),
        "logistics_declaration",
        "state__exact=held",
    )
    yield Pile(
        waiting.refused,
        ngettext(
            "Customs refused %(count)s parcel: correct and file again, or let it come back.",
            "Customs refused %(count)s parcels: correct and file again, or let them come back.",
            waiting.refused,
        ),
        "logistics_declaration",
        "state__exact=refused",
    )
    yield Pile(
        waiting.parked,
        ngettext(
            "%(count)s declaration failed too often and was given up.",
            "%(count)s declarations failed too often and were given up.",
            waiting.parked,
        ),
        "logistics_declaration",
        "parked_at__isempty=0",
    )


def _messages() -> Pile:
    unplaced = attention.unplaced_customs_messages()
    return Pile(
        unplaced,
        ngettext(
            "%(count)s message of customs could not be placed.",
            "%(count)s messages of customs could not be placed.",
            unplaced,
        ),
        "logistics_customsnotification",
        "outcome__in=unmatched,unreadable,parked",
        can_wait=True,
    )
