"""Which states a payment, a capture and a refund may be in, and which moves between them exist."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

Moves = Mapping[str, frozenset[str]]


class PaymentState(TextChoices):
    """Where the buyer's money for one payment is."""

    NEW = "new", _("new")
    STARTED = "started", _("buyer is at the gateway")
    UNKNOWN = "unknown", _("gateway did not answer")
    DECLINED = "declined", _("declined")
    AUTHORIZED = "authorized", _("authorized")
    CAPTURE_ASKED = "capture_asked", _("capture asked")
    PARTIALLY_CAPTURED = "partially_captured", _("partially captured")
    CAPTURED = "captured", _("captured")
    PARTIALLY_REFUNDED = "partially_refunded", _("partially refunded")
    REFUNDED = "refunded", _("refunded")
    VOID_ASKED = "void_asked", _("void asked")
    VOIDED = "voided", _("voided")
    UNDER_REVIEW = "under_review", _("under review")


class WishState(TextChoices):
    """Where a capture or a refund stands: written down, done at the gateway, or refused by it."""

    ASKED = "asked", _("asked")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")


class ReviewReason(TextChoices):
    """Why a person must look at a payment."""

    CURRENCY = "currency", _("The gateway names another currency.")
    AMOUNT = "amount", _("The gateway names another amount.")
    REFERENCE = "reference", _("The gateway names another order.")
    SECOND_AUTHORIZATION = "second_authorization", _("The buyer authorized a second time.")
    AUTHORIZATION_LOST = "authorization_lost", _("The gateway withdrew its authorization.")
    CAPTURE_DOUBLED = "capture_doubled", _("A capture was made twice.")
    CAPTURE_UNASKED = "capture_unasked", _("The gateway captured what nobody asked for.")
    CAPTURE_AMOUNT = "capture_amount", _("The gateway captured another amount than asked for.")
    CAPTURE_REFUSED = "capture_refused", _("The gateway refused a capture.")
    RELEASE_REFUSED = "release_refused", _("The gateway refused to release the rest.")
    REFUND_DOUBLED = "refund_doubled", _("A refund was made twice.")
    REFUND_UNASKED = "refund_unasked", _("The gateway refunded what nobody asked for.")
    REFUND_AMOUNT = "refund_amount", _("The gateway refunded another amount than asked for.")
    REFUND_REFUSED = "refund_refused", _("The gateway refused a refund.")
    REFUND_SHARES = "refund_shares", _("A refund takes more from a party than it was given.")


_P = PaymentState
_BEFORE_MONEY = frozenset(
    {_P.STARTED, _P.UNKNOWN, _P.DECLINED, _P.AUTHORIZED, _P.VOID_ASKED, _P.VOIDED, _P.UNDER_REVIEW}
)
# Money that moved at the gateway is a fact whatever we believed before: those states can always be reached.
_MONEY_MOVED = frozenset({_P.PARTIALLY_CAPTURED, _P.CAPTURED, _P.PARTIALLY_REFUNDED, _P.REFUNDED})

PAYMENT_MOVES: Moves = {
    _P.NEW: frozenset({_P.STARTED, _P.UNKNOWN, _P.VOID_ASKED, _P.VOIDED}),
    _P.STARTED: (_BEFORE_MONEY | _MONEY_MOVED) - {_P.STARTED},
    _P.UNKNOWN: (_BEFORE_MONEY | _MONEY_MOVED) - {_P.UNKNOWN},
    _P.DECLINED: (_BEFORE_MONEY | _MONEY_MOVED) - {_P.DECLINED},
    _P.AUTHORIZED: _MONEY_MOVED | {_P.CAPTURE_ASKED, _P.VOID_ASKED, _P.VOIDED},
    _P.CAPTURE_ASKED: _MONEY_MOVED | {_P.AUTHORIZED, _P.VOIDED},
    _P.PARTIALLY_CAPTURED: frozenset({_P.CAPTURE_ASKED, _P.CAPTURED, _P.PARTIALLY_REFUNDED, _P.REFUNDED}),
    _P.CAPTURED: frozenset({_P.PARTIALLY_REFUNDED, _P.REFUNDED}),
    _P.PARTIALLY_REFUNDED: frozenset({_P.REFUNDED}),
    _P.REFUNDED: frozenset({_P.PARTIALLY_REFUNDED}),
    _P.VOID_ASKED: _MONEY_MOVED | {_P.VOIDED, _P.AUTHORIZED},
    _P.VOIDED: _MONEY_MOVED,
    _P.UNDER_REVIEW: _MONEY_MOVED | frozenset({_P.STARTED, _P.VOID_ASKED, _P.VOIDED}),
}

WISH_MOVES: Moves = {
    WishState.ASKED: frozenset({WishState.DONE, WishState.REFUSED}),
    WishState.DONE: frozenset(),
    WishState.REFUSED: frozenset({WishState.ASKED, WishState.DONE}),
}
