"""The sandbox gateway's test cards and what each of them makes happen."""

import unicodedata
from collections.abc import Callable, Mapping

from shop.sandbox import account
from shop.sandbox.account import Document
from shop.sandbox.wire import World

APPROVE = "4242424242424242"
CHALLENGE = "4000002760003184"
DECLINE = "4000000000000002"
TIMEOUT = "4000000000000119"
DELAYED = "4000000000000077"


def card_number(form: Mapping[str, str]) -> str:
    """The digits the buyer typed (in any script), or those of the test card whose button was pressed."""
    typed = form.get("test_card") or form.get("card", "")
    return "".join(str(unicodedata.decimal(sign)) for sign in typed if sign.isdecimal())


def _approve(world: World, payment: Document, card: str) -> str:
    account.authorize(payment, card)
    account.announce(world, payment, "payment.authorized")
    return "back"


def _challenge(_world: World, payment: Document, card: str) -> str:
    payment |= {"status": "challenge", "card_ends": card[-4:]}
    return "stay"


def _decline(world: World, payment: Document, card: str) -> str:
    payment |= {"status": "declined", "card_ends": card[-4:]}
    account.announce(world, payment, "payment.declined")
    return "stay"


def _time_out(world: World, payment: Document, card: str) -> str:
    """The money is held, but the buyer's browser never hears of it and the shop only late."""
    account.authorize(payment, card)
    account.announce(world, payment, "payment.authorized", at=account.late(world))
    return "gone"


def _delay(world: World, payment: Document, card: str) -> str:
    """Accepted, but decided later, as bank transfers are."""
    at = account.late(world)
    payment |= {"status": "pending", "settles_at": at, "card_ends": card[-4:]}
    settled = {**payment, "status": "authorized", "authorized_minor": payment["amount_minor"]}
    account.announce(world, settled, "payment.authorized", at=at)
    return "back"


Behaviour = Callable[[World, Document, str], str]
"""Changes the payment and says where the buyer goes: "back" to the shop, "stay" here, or "gone" (no answer)."""

BEHAVIOUR: Mapping[str, Behaviour] = {
    APPROVE: _approve,
    CHALLENGE: _challenge,
    DECLINE: _decline,
    TIMEOUT: _time_out,
    DELAYED: _delay,
}
