"""Every typed "no" of payments."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization import refusals
from localization.refusals import Refusal


@dataclass(eq=False)
class NoSuchPayment(Refusal):
    """There is no payment with this id."""

    code: ClassVar[str] = "no_such_payment"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no such payment.")

    payment_id: int


@dataclass(eq=False)
class KeyReused(refusals.KeyReused):
    """The key came before with another payment, capture or refund."""


@dataclass(eq=False)
class BadAllocations(Refusal):
    """The parts do not add up to the whole, or one is not a positive amount in its currency."""

    code: ClassVar[str] = "bad_allocations"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The parts do not add up to %(amount)s.")

    amount: Money


@dataclass(eq=False)
class NotPayable(Refusal):
    """The payment is past the point where a buyer can pay it."""

    code: ClassVar[str] = "not_payable"
    text: ClassVar[str | Promise] = _("This payment cannot be paid any more.")

    state: str


@dataclass(eq=False)
class NotCapturable(Refusal):
    """Nothing is authorized that could be captured."""

    code: ClassVar[str] = "not_capturable"
    text: ClassVar[str | Promise] = _("This payment cannot be captured now.")

    state: str


@dataclass(eq=False)
class NotVoidable(Refusal):
    """Money already moved or will move: it can only be refunded."""

    code: ClassVar[str] = "not_voidable"
    text: ClassVar[str | Promise] = _("This payment cannot be cancelled; refund it instead.")

    state: str


@dataclass(eq=False)
class NotReleasable(Refusal):
    """Nothing was captured yet, a capture is under way, or nothing is held besides what was captured."""

    code: ClassVar[str] = "not_releasable"
    text: ClassVar[str | Promise] = _("Nothing is left of this payment that could be released.")

    state: str


@dataclass(eq=False)
class AmountTooLarge(Refusal):
    """More than is left to capture or to refund, zero, negative, or in another currency."""

    code: ClassVar[str] = "amount_too_large"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("Only an amount above zero and up to %(left)s is possible.")

    amount: Money
    left: Money


@dataclass(eq=False)
class BadNotification(Refusal):
    """A gateway's message whose signature does not fit, or that cannot be read."""

    code: ClassVar[str] = "bad_notification"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("This message was not understood.")

    gateway: str


@dataclass(eq=False)
class NoSuchGateway(Refusal):
    """No gateway of this name is configured."""

    code: ClassVar[str] = "no_such_gateway"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no such payment provider.")

    gateway: str


@dataclass(eq=False)
class GatewayDeclines(Refusal):
    """The gateway does not want to open this payment."""

    code: ClassVar[str] = "gateway_declines"
    text: ClassVar[str | Promise] = _("The payment provider does not accept this payment.")

    payment_id: int
