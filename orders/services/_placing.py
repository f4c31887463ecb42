"""Writes the rows of a fresh order out of a quote, and holds its stock."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_noop

from catalog.services.hold_fresh_stock import hold_fresh_stock
from catalog.values import StockLine
from localization import clock
from localization.addresses import Address
from localization.insertion import insert
from orders.events import announce_order
from orders.models import Order, OrderCharge, OrderHistory, OrderLine, OrderParcel
from orders.numbers import new_number
from orders.periods import PAYMENT_HOLD
from orders.refusals import AddressMissing
from orders.services._quotes import UsedQuote
from orders.values.quote import QuoteBody, QuotedParcel
from orders.values.requests import PlaceOrder


def write_order(wish: PlaceOrder, quote: UsedQuote) -> Order:
    """The order with its first history row, parcels, lines and charges."""
    body = quote.body
    if body.address is None:
        raise AddressMissing
    order = _order(wish, body, body.address)
    insert([order])
    insert([_first_move(order, wish)])
    parcels = list(_parcels(order, quote))
    insert(parcels)
    insert(list(_lines(order, parcels, body)))
    insert(list(_charges(order, parcels, body)))
    announce_order(order.pk)
    return order


def _first_move(order: Order, wish: PlaceOrder) -> OrderHistory:
    return OrderHistory(
        order=order,
        source="",
        target=order.state,
        reason=gettext_noop("placed"),
        actor="guest" if order.customer_id is None else f"user:{order.customer_id}",
        at=clock.now(),
    )


def hold_pieces(order: Order, body: QuoteBody) -> None:
    """Hold the stock of a fresh order. Raises OutOfStock.

    Asked for last, so that a hot variant's row is locked for the shortest time. Parcels come in the order of
    warehouses, the same for every order, so that two orders never wait for each other.
    """
    for position, quoted in enumerate(body.parcels, 1):
        reference = _parcel_reference(order, position)
        hold_fresh_stock(reference=reference, lines=_stock_lines(quoted), until=order.hold_until)


def _parcel_reference(order: Order, position: int) -> str:
    return f"{order.number}-{position}"


def _order(wish: PlaceOrder, body: QuoteBody, address: Address) -> Order:
    now, totals = clock.now(), body.totals
    return Order(
        number=new_number(),
        quote_id=wish.quote_id,
        customer_id=wish.customer_id,
        email=wish.email,
        market=body.market,
        language=wish.language,
        country=body.country,
        address=address.to_json(),
        terms=wish.terms,
        goods=totals.goods,
        freight=totals.freight,
        duty=totals.duty,
        tax=totals.tax,
        fees=totals.fees,
        total=totals.total,
        placed_at=now,
        hold_until=now + PAYMENT_HOLD,
    )


def _parcels(order: Order, quote: UsedQuote) -> Iterator[OrderParcel]:
    """Each parcel keeps its part of the quote just as it was frozen."""
    pairs = zip(quote.body.parcels, quote.frozen["parcels"], strict=True)
    for position, (quoted, frozen) in enumerate(pairs, 1):
        yield OrderParcel(
            order=order,
            position=position,
            reference=_parcel_reference(order, position),
            merchant_id=quoted.merchant_id,
            warehouse_code=quoted.warehouse_code,
            body=frozen,
            total=quoted.totals.total,
        )


def _lines(order: Order, parcels: Sequence[OrderParcel], body: QuoteBody) -> Iterator[OrderLine]:
    quoted = [(row, line) for row, parcel in zip(parcels, body.parcels, strict=True) for line in parcel.lines]
    for position, (parcel, line) in enumerate(quoted, 1):
        yield OrderLine(
            order=order,
            parcel=parcel,
            position=position,
            variant_id=line.variant_id,
            sku=line.sku,
            title=line.title,
            option_label=line.option_label,
            quantity=line.quantity,
            unit_price=line.unit_price,
            amount=line.amount,
            hs_code=line.hs_code,
            origin=line.origin,
            weight_grams=line.weight_grams * line.quantity,
            merchant_product_id=line.merchant_product_id,
            manufacturer_product_id=line.manufacturer_product_id,
        )


def _charges(order: Order, parcels: Sequence[OrderParcel], body: QuoteBody) -> Iterator[OrderCharge]:
    skus = {str(line.variant_id): line.sku for parcel in body.parcels for line in parcel.lines}
    charges = [
        (row, charge)
        for row, parcel in zip(parcels, body.parcels, strict=True)
        for charge in parcel.landed.charges
    ]
    for position, (parcel, charge) in enumerate(charges, 1):
        yield OrderCharge(
            order=order,
            parcel=parcel,
            position=position,
            kind=charge.kind,
            authority=charge.authority,
            sku=skus.get(charge.line_id or "", ""),
            base=charge.base,
            rate=charge.rate,
            amount=charge.amount,
            rule=charge.rule,
            scheme=charge.scheme,
            source=charge.source,
        )


def _stock_lines(parcel: QuotedParcel) -> tuple[StockLine, ...]:
    return tuple(StockLine(line.variant_id, line.quantity) for line in parcel.lines)
