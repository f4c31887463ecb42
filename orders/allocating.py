"""The pure rule of whose the buyer's money is: goods are the merchants', duty and tax the authorities', freight the carriers'."""

from collections.abc import Iterable, Iterator, Mapping

from moneyed import Money

from localization.money import total
from logistics.duty_refunds import RefundPart
from logistics.landed_cost import Charge
from orders.values.quote import QuoteBody, QuotedParcel
from payments.values import Account, Allocation

_ACCOUNT_OF_KIND: dict[str, Account] = {"duty": "duty_payable", "fee": "fee_payable"}


def allocations(body: QuoteBody) -> tuple[Allocation, ...]:
    """The parts of the quote's total by account and party; they add up to it, and none is zero."""
    return _summed(part for parcel in body.parcels for part in _parts(parcel))


def parcel_allocations(parcel: QuotedParcel) -> tuple[Allocation, ...]:
    """The parts of one parcel's total, likewise: what comes back from each party when the parcel is paid back."""
    return _summed(_parts(parcel))


def return_allocations(
    parcel: QuotedParcel, returned: Mapping[int, int], parts: Iterable[RefundPart]
) -> tuple[Allocation, ...]:
    """What comes back from each party for pieces that went back, `returned` by variant id: their price from the merchant, of
    duty and tax what `parts` give back from the authorities, and the freight once the whole parcel went back.

    What an authority keeps stays a payable, and the buyer does not get it.
    """
    goods = total(
        (line.unit_price * returned.get(line.variant_id, 0) for line in parcel.lines),
        parcel.delivery.price.currency.code,
    )
    whole = all(returned.get(line.variant_id, 0) == line.quantity for line in parcel.lines)
    freight = parcel.totals.freight if whole else goods * 0
    authorities = [_of_authority(part.charge, part.amount) for part in parts if part.way != "none"]
    return _summed([*_of_sellers(parcel, goods, freight), *authorities])


def _summed(parts: Iterable[tuple[Account, str, Money]]) -> tuple[Allocation, ...]:
    sums: dict[tuple[Account, str], Money] = {}
    for account, party, amount in parts:
        sums[account, party] = sums.get((account, party), amount * 0) + amount
    return tuple(Allocation(account, party, amount) for (account, party), amount in sums.items() if amount)


def _parts(parcel: QuotedParcel) -> Iterator[tuple[Account, str, Money]]:
    yield from _of_sellers(parcel, parcel.totals.goods, parcel.totals.freight)
    for charge in parcel.landed.charges:
        yield _of_authority(charge, charge.amount)


def _of_sellers(parcel: QuotedParcel, goods: Money, freight: Money) -> Iterator[tuple[Account, str, Money]]:
    yield "merchant_payable", f"merchant:{parcel.merchant_code}", goods
    yield "freight_payable", f"carrier:{parcel.delivery.carrier}", freight


def _of_authority(charge: Charge, amount: Money) -> tuple[Account, str, Money]:
    # Every kind that is neither duty nor a fee is a tax, as LandedCost.tax counts.
    account = _ACCOUNT_OF_KIND.get(charge.kind, "tax_payable")
    return account, f"authority:{charge.authority}", amount
