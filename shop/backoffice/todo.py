"""What needs doing: sentences with a count, a link and an urgency, for a merchant or for operators."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from catalog.selectors.office import drafts_lacking_facts, sold_out_variants
from localization import clock
from localization.selectors import closed_currencies, held_rates
from logistics.selectors import attention
from orders.selectors.office import (
    orders_undelivered,
    orders_under_review,
    parcels_waiting,
    withdrawals_open,
)
from payments.selectors import parked_messages, parked_work, payments_under_review, trial_totals
from shop.backoffice.customs_work import customs_work

NOW, SOON = "now", "soon"


@dataclass(frozen=True)
class Todo:
    """One thing to do: what, where, and whether it can wait ("now" or "soon")."""

    text: str
    link: str
    urgency: str


def todos(merchant_ids: Collection[int] | None) -> tuple[Todo, ...]:
    """What these merchants have to do; None: what operators have to do. The most urgent first."""
    found = [*_selling(merchant_ids), *(() if merchant_ids is not None else _house())]
    return tuple(sorted(found, key=lambda todo: todo.urgency != NOW))


def _selling(merchant_ids: Collection[int] | None) -> Iterator[Todo]:
    waiting = parcels_waiting(merchant_ids)
    yield from _some(
        waiting,
        ngettext("%(count)s parcel waits for dispatch.", "%(count)s parcels wait for dispatch.", waiting),
        _list("orders_orderparcel", "order__state__in=confirmed,partly_dispatched,undelivered"),
        NOW,
    )
    lacking = drafts_lacking_facts(merchant_ids)
    yield from _some(
        lacking,
        ngettext(
            "%(count)s draft still needs an HS code, an origin or a weight.",
            "%(count)s drafts still need an HS code, an origin or a weight.",
            lacking,
        ),
        _list("catalog_product", "state__exact=draft"),
        SOON,
    )
    sold_out = sold_out_variants(merchant_ids)
    yield from _some(
        sold_out,
        ngettext("%(count)s variant is sold out.", "%(count)s variants are sold out.", sold_out),
        _list("catalog_stocklevel", "o=3"),
        SOON,
    )


def _house() -> Iterator[Todo]:
    for question in (
        _books,
        _reviews,
        _undelivered,
        _withdrawn,
        _given_up,
        _customs,
        _carriers,
        _messages,
        _rates,
        _packs,
    ):
        yield from question()


def _books() -> Iterator[Todo]:
    broken = len([total for total in trial_totals() if total.amount])
    yield from _some(
        broken,
        ngettext(
            "The books do not balance in %(count)s currency.",
            "The books do not balance in %(count)s currencies.",
            broken,
        ),
        reverse("admin:payments_journalentry_trial_balance"),
        NOW,
    )


def _reviews() -> Iterator[Todo]:
    payments = payments_under_review()
    yield from _some(
        payments,
        ngettext("%(count)s payment is under review.", "%(count)s payments are under review.", payments),
        _list("payments_payment", "o=-6"),
        NOW,
    )
    orders = orders_under_review()
    yield from _some(
        orders,
        ngettext("%(count)s order is under review.", "%(count)s orders are under review.", orders),
        _list("orders_order", "state__exact=under_review"),
        NOW,
    )


def _undelivered() -> Iterator[Todo]:
    count = orders_undelivered()
    yield from _some(
        count,
        ngettext(
            "%(count)s order was not delivered: decide whether to pay it back.",
            "%(count)s orders were not delivered: decide whether to pay them back.",
            count,
        ),
        _list("orders_order", "state__exact=undelivered"),
        NOW,
    )


def _withdrawn() -> Iterator[Todo]:
    count = withdrawals_open()
    yield from _some(
        count,
        ngettext(
            "%(count)s buyer withdrew after dispatch: say where to send the pieces, then pay back.",
            "%(count)s buyers withdrew after dispatch: say where to send the pieces, then pay back.",
            count,
        ),
        _list("orders_withdrawal", "cancelled__exact=0"),
        NOW,
    )


def _customs() -> Iterator[Todo]:
    for pile in customs_work():
        link = _list(pile.page, pile.query)
        yield from _some(pile.count, pile.text, link, SOON if pile.can_wait else NOW)


def _given_up() -> Iterator[Todo]:
    work = parked_work()
    yield from _some(
        work,
        ngettext(
            "%(count)s step of a payment failed too often and was given up.",
            "%(count)s steps of payments failed too often and were given up.",
            work,
        ),
        _list("payments_setback", "parked_at__isempty=0"),
        NOW,
    )
    shipments = attention.parked_shipments()
    yield from _some(
        shipments,
        ngettext(
            "%(count)s shipment failed too often and was given up.",
            "%(count)s shipments failed too often and were given up.",
            shipments,
        ),
        _list("logistics_shipment", "parked_at__isempty=0"),
        NOW,
    )


def _carriers() -> Iterator[Todo]:
    refused = attention.refused_shipments()
    yield from _some(
        refused,
        ngettext(
            "%(count)s shipment was refused by its carrier.",
            "%(count)s shipments were refused by their carriers.",
            refused,
        ),
        _list("logistics_shipment", "state__exact=failed"),
        NOW,
    )
    silent = attention.silent_shipments(clock.now())
    yield from _some(
        silent,
        ngettext(
            "%(count)s shipment has been silent for a week.",
            "%(count)s shipments have been silent for a week.",
            silent,
        ),
        _list("logistics_shipment"),
        SOON,
    )


def _messages() -> Iterator[Todo]:
    yield from _unplaced(
        parked_messages, _list("payments_notification", "handling__exact=parked"), _of_gateways
    )
    yield from _unplaced(
        attention.unplaced_messages,
        _list("logistics_trackingnotification", "outcome__in=unmatched,unreadable,parked"),
        _of_carriers,
    )


def _of_gateways(count: int) -> str:
    return ngettext(
        "%(count)s message of a gateway could not be placed.",
        "%(count)s messages of gateways could not be placed.",
        count,
    )


def _of_carriers(count: int) -> str:
    return ngettext(
        "%(count)s message of a carrier could not be placed.",
        "%(count)s messages of carriers could not be placed.",
        count,
    )


def _unplaced(counted: Callable[[], int], link: str, words: Callable[[int], str]) -> Iterator[Todo]:
    count = counted()
    yield from _some(count, words(count), link, SOON)


def _rates() -> Iterator[Todo]:
    held = held_rates()
    yield from _some(
        held,
        ngettext("%(count)s exchange rate is held.", "%(count)s exchange rates are held.", held),
        _list("localization_exchangerate", "state__exact=held"),
        NOW,
    )
    closed = closed_currencies()
    text = ngettext(
        "%(count)s currency has no fresh rate and is closed for sale: %(names)s.",
        "%(count)s currencies have no fresh rate and are closed for sale: %(names)s.",
        len(closed),
    )
    names = {"names": ", ".join(closed), "count": "%(count)s"}
    yield from _some(len(closed), text % names, _list("localization_exchangerate"), NOW)


def _packs() -> Iterator[Todo]:
    ending = attention.packs_near_expiry(clock.now())
    yield from _some(
        ending,
        ngettext(
            "%(count)s tariff pack ends within a month.", "%(count)s tariff packs end within a month.", ending
        ),
        _list("logistics_tariffpack", "active__exact=1"),
        SOON,
    )


def _some(count: int, text: str, link: str, urgency: str) -> Iterator[Todo]:
    if count:
        yield Todo(text % {"count": count}, link, urgency)


def _list(name: str, query: str = "") -> str:
    return reverse(f"admin:{name}_changelist") + (f"?{query}" if query else "")
