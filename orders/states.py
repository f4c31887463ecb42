"""The states of an order, which moves between them exist, and what becomes of a parcel and its stock."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrderState(models.TextChoices):
    """Where an order stands for the buyer."""

    AWAITING_PAYMENT = "awaiting_payment", _("Awaiting payment")
    UNDER_REVIEW = "under_review", _("Under review")
    CONFIRMED = "confirmed", _("Confirmed")
    PARTLY_DISPATCHED = "partly_dispatched", _("Partly dispatched")
    DISPATCHED = "dispatched", _("Dispatched")
    DELIVERED = "delivered", _("Delivered")
    UNDELIVERED = "undelivered", _("Not delivered")
    REFUNDED = "refunded", _("Refunded")
    CANCELLED = "cancelled", _("Cancelled")


_S = OrderState
MOVES: Mapping[str, frozenset[str]] = {
    _S.AWAITING_PAYMENT: frozenset({_S.CONFIRMED, _S.UNDER_REVIEW, _S.CANCELLED}),
    _S.UNDER_REVIEW: frozenset({_S.CONFIRMED, _S.CANCELLED}),
    _S.CONFIRMED: frozenset({_S.PARTLY_DISPATCHED, _S.DISPATCHED, _S.UNDER_REVIEW, _S.CANCELLED}),
    _S.PARTLY_DISPATCHED: frozenset({_S.DISPATCHED, _S.UNDELIVERED}),
    _S.DISPATCHED: frozenset({_S.DELIVERED, _S.UNDELIVERED, _S.REFUNDED}),
    # Lost parcels are found again; what stays away waits for an operator to decide on the money.
    _S.UNDELIVERED: frozenset({_S.PARTLY_DISPATCHED, _S.DISPATCHED, _S.DELIVERED, _S.REFUNDED}),
    _S.DELIVERED: frozenset(),
    _S.REFUNDED: frozenset(),
    _S.CANCELLED: frozenset(),
}
FINAL = frozenset({_S.DELIVERED, _S.REFUNDED, _S.CANCELLED})
CANCELLABLE = frozenset({_S.AWAITING_PAYMENT, _S.UNDER_REVIEW, _S.CONFIRMED})
DISPATCHABLE = frozenset({_S.CONFIRMED, _S.PARTLY_DISPATCHED, _S.UNDELIVERED})


class StockStage(models.TextChoices):
    """What became of the pieces that a parcel needs."""

    HELD = "held", _("Held for payment")
    SECURED = "secured", _("Held for dispatch")
    TAKEN = "taken", _("Taken from stock")
    RELEASED = "released", _("Released")
    LOST = "lost", _("Sold out meanwhile")


class ParcelStage(models.TextChoices):
    """How far a parcel is, as an order needs to know it."""

    WAITING = "waiting", _("Waiting for dispatch")
    ASKED = "asked", _("Handed to the carrier's desk")
    RECALLED = "recalled", _("Being recalled from the carrier")
    ON_THE_WAY = "on_the_way", _("On the way")
    DELIVERED = "delivered", _("Delivered")
    RETURNING = "returning", _("On its way back")
    RETURNED = "returned", _("Back at the sender")
    LOST = "lost", _("Lost")


class CustomsStage(models.TextChoices):
    """How customs stands to a parcel, as its buyer needs to know it."""

    QUIET = "quiet", _("Nothing to tell")
    HELD = "held", _("Held by customs")
    ANSWERED = "answered", _("Customs was answered")
    REFUSED = "refused", _("Refused by customs")


class MailKind(models.TextChoices):
    """The letters an order sends its buyer."""

    CONFIRMED = "order_confirmed", _("Confirmation")
    DISPATCHED = "order_dispatched", _("Dispatch")
    CUSTOMS_HELD = "order_customs_held", _("Parcel held by customs")
    CUSTOMS_REFUSED = "order_customs_refused", _("Parcel refused by customs")
    UNDELIVERED = "order_undelivered", _("Parcel not delivered")
    REFUNDED = "order_refunded", _("Refund")
    CANCELLED = "order_cancelled", _("Cancellation")
    WITHDRAWN = "order_withdrawn", _("Receipt of a withdrawal")
