"""The three documents match: what order, payment and waybill say differently, told before customs finds it.

Customs releases a list only when the order of the platform, the payment of the payment company and the waybill of the carrier
agree in order number, buyer (who must be the payer), consignee and amounts (GAC announcements 2016/26 and 2018/194).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from localization.formats import format_money
from localization.languages import active
from logistics.messages.ceb.imports import ImportOrder, ImportWaybill, Payment

_SHOWN = 2
"""How many signs of a person's name or number are shown, so that an operator can tell two apart."""


class Document(StrEnum):
    """The document that differs from the order."""

    PAYMENT = "payment"
    WAYBILL = "waybill"


class MatchedField(StrEnum):
    """What must agree."""

    ORDER_NUMBER = "order_number"
    PLATFORM = "platform"
    TRANSACTION = "transaction"
    BUYER_NAME = "buyer_name"
    BUYER_ID = "buyer_id"
    CONSIGNEE_NAME = "consignee_name"
    CONSIGNEE_ADDRESS = "consignee_address"
    CONSIGNEE_TELEPHONE = "consignee_telephone"
    AMOUNT = "amount"
    FREIGHT = "freight"
    CURRENCY = "currency"


_F = MatchedField
_DOCUMENTS: Mapping[Document, str | Promise] = {
    Document.PAYMENT: _("Payment"),
    Document.WAYBILL: _("Waybill"),
}
_FIELDS: Mapping[MatchedField, str | Promise] = {
    _F.ORDER_NUMBER: _("order number"),
    _F.PLATFORM: _("platform"),
    _F.TRANSACTION: _("payment transaction"),
    _F.BUYER_NAME: _("name of buyer and payer"),
    _F.BUYER_ID: _("identity number of buyer and payer"),
    _F.CONSIGNEE_NAME: _("consignee"),
    _F.CONSIGNEE_ADDRESS: _("consignee's address"),
    _F.CONSIGNEE_TELEPHONE: _("consignee's telephone"),
    _F.AMOUNT: _("amount paid"),
    _F.FREIGHT: _("freight and insurance"),
    _F.CURRENCY: _("currency"),
}
_PERSONAL = frozenset(
    {_F.BUYER_NAME, _F.BUYER_ID, _F.CONSIGNEE_NAME, _F.CONSIGNEE_ADDRESS, _F.CONSIGNEE_TELEPHONE}
)


@dataclass(frozen=True, kw_only=True)
class Mismatch:
    """`document` says `found` where the order says `expected`; what belongs to a person is masked in both.

    `str` of it is a sentence in the active language.
    """

    document: Document
    field: MatchedField
    expected: str | Money
    found: str | Money

    def __str__(self) -> str:
        sentence = _("%(document)s: %(field)s is “%(found)s”, the order says “%(expected)s”.")
        return str(sentence) % {
            "document": _DOCUMENTS[self.document],
            "field": _FIELDS[self.field],
            "found": _said(self.found),
            "expected": _said(self.expected),
        }


def mismatches(order: ImportOrder, payment: Payment, waybill: ImportWaybill) -> tuple[Mismatch, ...]:
    """Everything the payment and the waybill say otherwise than the order; empty when the three documents match."""
    return (*_of_payment(order, payment), *_of_waybill(order, waybill))


def _of_payment(order: ImportOrder, payment: Payment) -> Iterator[Mismatch]:
    pairs: list[tuple[MatchedField, str | Money, str | Money]] = [
        (_F.ORDER_NUMBER, order.number, payment.order_number),
        (_F.PLATFORM, order.seller.platform.code, payment.seller.platform.code),
        (_F.BUYER_NAME, order.buyer.name, payment.payer.name),
        # The last sign of an identity number may be an X, which people write small.
        (_F.BUYER_ID, order.buyer.id_number.upper(), payment.payer.id_number.upper()),
        *_money_pairs(_F.AMOUNT, order.paid, payment.amount),
    ]
    if order.payment is not None:
        pairs.append((_F.TRANSACTION, order.payment.transaction, payment.paid_by.transaction))
    yield from _different(Document.PAYMENT, pairs)


def _of_waybill(order: ImportOrder, waybill: ImportWaybill) -> Iterator[Mismatch]:
    carriage = waybill.carriage
    pairs: list[tuple[MatchedField, str | Money, str | Money]] = [
        (_F.ORDER_NUMBER, order.number, waybill.order_number),
        (_F.CONSIGNEE_NAME, order.consignee.name, waybill.consignee.name),
        (_F.CONSIGNEE_ADDRESS, order.consignee.address, waybill.consignee.address),
        (_F.CONSIGNEE_TELEPHONE, order.consignee.telephone, waybill.consignee.telephone),
        # The order states freight and insurance as one sum.
        *_money_pairs(_F.FREIGHT, order.freight, carriage.freight + carriage.insurance),
    ]
    yield from _different(Document.WAYBILL, pairs)


def _money_pairs(
    field: MatchedField, expected: Money, found: Money
) -> list[tuple[MatchedField, str | Money, str | Money]]:
    """Amounts of two currencies are not compared: that they are two is the mismatch."""
    if expected.currency != found.currency:
        return [(_F.CURRENCY, expected.currency.code, found.currency.code)]
    return [(field, expected, found)]


def _different(
    document: Document, pairs: list[tuple[MatchedField, str | Money, str | Money]]
) -> Iterator[Mismatch]:
    for field, expected, found in pairs:
        if _bare(expected) != _bare(found):
            yield Mismatch(
                document=document, field=field, expected=_shown(field, expected), found=_shown(field, found)
            )


def _bare(value: str | Money) -> str | Money:
    return value.strip() if isinstance(value, str) else value


def _shown(field: MatchedField, value: str | Money) -> str | Money:
    if field not in _PERSONAL or not isinstance(value, str):
        return value
    bare = value.strip()
    if field is _F.BUYER_ID or field is _F.CONSIGNEE_TELEPHONE:
        return "•" * max(len(bare) - _SHOWN, 0) + bare[-_SHOWN:] if len(bare) > _SHOWN else "•" * len(bare)
    kept = bare[: 1 if len(bare) <= _SHOWN + 2 else _SHOWN]
    return kept + "•" * (len(bare) - len(kept))


def _said(value: str | Money) -> str:
    return format_money(value, active().code) if isinstance(value, Money) else value
