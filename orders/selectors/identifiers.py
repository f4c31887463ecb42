"""Buyers' identifiers: the mask for people, the clear value for customs alone, and the orders of one person."""

from localization.sealed import fingerprints, unseal
from orders.identifiers import BY_CODE, IdentifierKind, asked_of
from orders.models import BuyerIdentifier
from orders.values.pages import QuoteView

PURPOSE = "orders.identifier"


def identifier_for(order_id: int) -> str:
    """The identifier in clear, for filing with carrier and customs and nothing else; "" where there is none any more.

    Raises CannotUnseal.
    """
    row = BuyerIdentifier.objects.filter(order_id=order_id, erased_at=None).first()
    return unseal(row.sealed, purpose=PURPOSE) if row else ""


def shown_identifier(order_id: int) -> str:
    """The identifier's kind and mask, such as "CPF •••••••••07"; "" where customs asked for none."""
    row = BuyerIdentifier.objects.filter(order_id=order_id).first()
    if row is None:
        return ""
    kind = BY_CODE.get(row.kind)
    return f"{kind.label if kind else row.kind}: {row.shown}"


def identifier_asked(quote: QuoteView) -> IdentifierKind | None:
    """What the buyer of a quote must be asked for before it can be ordered, None where nothing."""
    postcode = quote.address.postcode if quote.address else ""
    return asked_of(quote.country, postcode, ships_from=(parcel.ship_from for parcel in quote.parcels))


def orders_under(identifier: str) -> list[int]:
    """The ids of the orders placed under an identifier, as long as its fingerprint is kept."""
    digests = fingerprints(identifier, purpose=PURPOSE)
    return list(BuyerIdentifier.objects.filter(digest__in=digests).values_list("order_id", flat=True))
