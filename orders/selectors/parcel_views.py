"""Shows frozen parcels: lines, delivery, totals and route, in the reader's language."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext

from localization.addresses import Address
from localization.formats import country_name
from localization.languages import BY_CODE
from orders.route import Door, parcel_route
from orders.values.pages import LineView, ParcelView
from orders.values.quote import DeliveryChoice, QuotedLine, QuotedParcel


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Texts come in the language of a URL code. Raises KeyError for one we do not speak."""
    with translation.override(BY_CODE[language].django_code):
        yield


def door(country: str, address: Address | None, language: str) -> Door:
    """Where a route ends."""
    return Door(
        country=country,
        postcode=address.postcode if address else "",
        country_name=country_name(country, language),
        city=(address.city or address.region) if address else "",
    )


def parcel_views(parcels: Sequence[QuotedParcel], *, to: Door) -> tuple[ParcelView, ...]:
    """The parcels as pages show them."""
    return tuple(parcel_view(parcel, to=to) for parcel in parcels)


def parcel_view(parcel: QuotedParcel, *, to: Door) -> ParcelView:
    """One parcel as pages show it."""
    return ParcelView(
        merchant_code=parcel.merchant_code,
        merchant_name=parcel.merchant_name,
        warehouse_code=parcel.warehouse_code,
        origin_city=parcel.origin_city,
        ship_from=parcel.ship_from,
        lines=tuple(_line_view(line, parcel.merchant_name) for line in parcel.lines),
        delivery=_named(parcel.delivery),
        choices=tuple(_named(choice) for choice in parcel.choices),
        totals=parcel.totals,
        scheme=parcel.landed.scheme,
        collected="checkout" if parcel.delivery.incoterm == "DDP" else parcel.landed.collected,
        warnings=tuple(notice.said(gettext(notice.text)) for notice in parcel.landed.warnings),
        journey=parcel_route(parcel, to=to),
    )


def _named(choice: DeliveryChoice) -> DeliveryChoice:
    """The service under its name in the active language."""
    return replace(choice, name=gettext(choice.name))


def _line_view(line: QuotedLine, merchant_name: str) -> LineView:
    return LineView(
        variant_id=line.variant_id,
        sku=line.sku,
        handle=line.handle,
        title=line.title,
        option_label=line.option_label,
        merchant_name=merchant_name,
        picture=line.picture,
        tint=line.tint,
        quantity=line.quantity,
        unit_price=line.unit_price,
        amount=line.amount,
    )
