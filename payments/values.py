"""What goes into and comes out of the payments app: frozen values, every amount with its currency."""

from dataclasses import dataclass
from typing import Literal

from moneyed import Money

from payments.labels import account_label

Account = Literal["merchant_payable", "duty_payable", "tax_payable", "freight_payable", "fee_payable"]
Status = Literal["open", "authorized", "captured", "voided", "declined"]
"""A gateway's word on a payment; "open" covers everything before its decision."""


@dataclass(frozen=True)
class Allocation:
    """For whom a part of a payment is held: an account and the party behind it, e.g. "authority:DE:Zoll"."""

    account: Account
    party: str
    amount: Money


@dataclass(frozen=True, kw_only=True)
class OpenPayment:
    """A wish to be paid. `reference` is the caller's (an order number), `key` makes repeating it harmless.

    `allocations` add up to `amount`; `language` is the code used in our URLs ("de", "zh").
    """

    reference: str
    key: str
    amount: Money
    allocations: tuple[Allocation, ...]
    description: str
    language: str
    return_url: str


@dataclass(frozen=True, kw_only=True)
class PaymentFacts:
    """What is true about a payment now; the sums are those the gateway confirmed.

    `releasable` is what it still holds besides what was captured: nobody asked for its capture or its release.
    """

    id: int
    reference: str
    state: str
    amount: Money
    authorized: Money
    captured: Money
    refunded: Money
    releasable: Money
    needs_review: bool


@dataclass(frozen=True, kw_only=True)
class Balance:
    """The balance of one ledger account in one currency: debits positive, credits negative."""

    account: str
    amount: Money

    @property
    def label(self) -> str:
        """The account in the reader's words."""
        return account_label(self.account)


@dataclass(frozen=True, kw_only=True)
class Broken:
    """An invariant of the books and what breaks it, one sentence per row; no rows when it holds."""

    rule: str
    rows: tuple[str, ...]
