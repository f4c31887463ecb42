"""The double-entry rules: which balanced postings each event makes. Pure; minor units; debit positive.

What the shop takes for an authority, a merchant or a carrier is never income: it is a debt to that party, one
payable account each, until it is paid out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from localization.money import from_minor, split, to_minor
from payments.values import Allocation


@dataclass(frozen=True)
class Line:
    """One posting: an account and a signed amount in minor units of a currency."""

    account: str
    currency: str
    minor: int


class Unbalanced(ValueError):
    """Postings that do not add up to zero in every currency, or none at all."""


def payable(account: str, party: str) -> str:
    """The payable account of a party: ("duty_payable", "authority:DE:Zoll") is "duty_payable:DE:Zoll"."""
    return f"{account}:{party.partition(':')[2] or party}"


def receivable(gateway: str) -> str:
    """What a gateway owes us."""
    return f"gateway_receivable:{gateway}"


def spread(minor: int, currency: str, held: Mapping[str, int]) -> dict[str, int]:
    """`minor` spread over accounts in proportion to what is `held` in each, never more than that.

    Raises ValueError when less is held than is to be spread.
    """
    if not 0 < minor <= sum(held.values()):
        raise ValueError(f"{minor} {currency} cannot come from {sum(held.values())}")
    parts = split(from_minor(minor, currency), list(held.values()))
    return {account: to_minor(part) for account, part in zip(held, parts, strict=True) if part.amount}


def capture_lines(gateway: str, currency: str, parts: Mapping[str, int]) -> tuple[Line, ...]:
    """Money taken from a buyer: the gateway owes us, we owe the parties."""
    return _balanced(receivable(gateway), currency, {account: -minor for account, minor in parts.items()})


def refund_lines(gateway: str, currency: str, parts: Mapping[str, int]) -> tuple[Line, ...]:
    """Money given back to a buyer: the parties' shares shrink, and so does what the gateway owes us."""
    return _balanced(receivable(gateway), currency, parts)


def held_by(allocations: Iterable[Allocation]) -> dict[str, int]:
    """Minor units per payable account of the given allocations."""
    held: dict[str, int] = defaultdict(int)
    for part in allocations:
        held[payable(part.account, part.party)] += to_minor(part.amount)
    return dict(held)


def check_balanced(lines: Sequence[Line]) -> None:
    """Raises Unbalanced unless there are postings, none is zero, and each currency adds up to zero."""
    sums: dict[str, int] = defaultdict(int)
    for line in lines:
        sums[line.currency] += line.minor
    if not lines or any(sums.values()) or any(line.minor == 0 for line in lines):
        raise Unbalanced(f"{len(lines)} postings, sums {dict(sums)}")


def _balanced(counter: str, currency: str, parts: Mapping[str, int]) -> tuple[Line, ...]:
    """The parts and one counter posting that brings them to zero."""
    lines = [Line(account, currency, minor) for account, minor in parts.items()]
    return (Line(counter, currency, -sum(parts.values())), *lines)
