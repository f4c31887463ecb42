"""Keeps and forgets the buyer's identifier of an order."""

from django.db.models import QuerySet

from localization import clock
from localization.sealed import fingerprint, masked, seal
from logistics.services.forget_tax_id import forget_tax_id
from orders.identifiers import COUNTED, asked_of, checked_identifier
from orders.models import BuyerIdentifier, Order
from orders.selectors.identifiers import PURPOSE
from orders.values.quote import QuoteBody


def keep_identifier(order: Order, body: QuoteBody, *, typed: str) -> None:
    """Seal the identifier with a fresh order, where customs asks for one; one that nobody asked for is dropped.

    Raises IdentifierMissing, BadIdentifier.
    """
    postcode = body.address.postcode if body.address else ""
    kind = asked_of(body.country, postcode, ships_from=(parcel.ship_from for parcel in body.parcels))
    if kind is None:
        return
    identifier = checked_identifier(kind, typed)
    BuyerIdentifier.objects.create(
        order=order,
        kind=kind.code,
        sealed=seal(identifier, purpose=PURPOSE),
        shown=masked(identifier),
        digest=fingerprint(identifier, purpose=PURPOSE),
        given_at=clock.now(),
    )


def forget_identifiers(rows: QuerySet[BuyerIdentifier]) -> int:
    """Erase these, with the copies that travelled with their parcels; says how many.

    The fingerprint of a kind that counts towards a yearly allowance stays; the sweep takes it when the year is over.
    """
    found = list(rows.select_for_update())
    ids = [row.pk for row in found]
    for order in Order.objects.filter(identifier__in=ids).prefetch_related("parcels__shipments"):
        for parcel in order.parcels.all():
            for link in parcel.shipments.all():
                forget_tax_id(link.shipment_id)
    gone = BuyerIdentifier.objects.filter(pk__in=ids)
    gone.update(sealed="", erased_at=clock.now())
    gone.exclude(kind__in=COUNTED).update(digest="")
    return len(found)
