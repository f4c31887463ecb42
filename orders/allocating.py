"""The pure rule of whose the buyer's money is: goods are the merchants', duty and tax the authorities', freight the carriers'."""

from collections.abc import Iterable, Iterator

from moneyed import Money

from orders.values.quote import QuoteBody, QuotedParcel
from payments.values import Account, Allocation

_ACCOUNT_OF_KIND: dict[str, Account] = {"duty": "duty_payable", "fee": "fee_payable"}


def allocations(body: QuoteBody) -> tuple[Allocation, ...]:
    """The parts of the quote's total by account and party; they add up to it, and none is zero."""
    return _summed(part for parcel in body.parcels for part in _parts(parcel))


def parcel_allocations(parcel: QuotedParcel) -> tuple[Allocation, ...]:
    """The parts of one parcel's total, likewise: what comes back from each party when the parcel is paid back."""
    return _summed(_parts(parcel))


def _summed(parts: Iterable[tuple[Account, str, Money]]) -> tuple[Allocation, ...]:
    sums: dict[tuple[Account, str], Money] = {}
    for account, party, amount in parts:
        sums[account, party] = sums.get((account, party), amount * 0) + amount
    return tuple(Allocation(account, party, amount) for (account, party), amount in sums.items() if amount)


def _parts(parcel: QuotedParcel) -> Iterator[tuple[Account, str, Money]]:
    yield "merchant_payable", f"merchant:{parcel.merchant_code}", parcel.totals.goods
    yield "freight_payable", f"carrier:{parcel.delivery.carrier}", parcel.totals.freight
    for charge in parcel.landed.charges:
        # Every kind that is neither duty nor a fee is a tax, as LandedCost.tax counts.
        account = _ACCOUNT_OF_KIND.get(charge.kind, "tax_payable")
        yield account, f"authority:{charge.authority}", charge.amount
