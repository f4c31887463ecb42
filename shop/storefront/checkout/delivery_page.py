"""The delivery step: the services that could carry each parcel, with the days they arrive on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from localization import clock
from localization.sealed import masked
from orders.identifiers import checked_identifier
from orders.selectors.identifiers import identifier_asked
from orders.values.pages import LineView, ParcelView, QuoteView
from orders.values.quote import DeliveryChoice


@dataclass(frozen=True, kw_only=True)
class ServiceView:
    """A freight service and the window of days in which it arrives, counted from today."""

    service: DeliveryChoice
    first_day: date
    last_day: date
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class ParcelChoice:
    """One parcel and what could carry it; `field` is the name of its form field."""

    position: int
    field: str
    merchant_name: str
    origin_city: str
    lines: tuple[LineView, ...]
    services: tuple[ServiceView, ...]


@dataclass(frozen=True, kw_only=True)
class IdentifierField:
    """What customs at the destination asks of the buyer; `given` is the mask of what was said before, "" before."""

    label: str
    reason: str
    hint: str
    given: str
    error: str


def identifier_field(quote: QuoteView, given: str, error: str = "") -> IdentifierField | None:
    """The field for the buyer's identifier, None where customs asks for none."""
    kind = identifier_asked(quote)
    if kind is None:
        return None
    return IdentifierField(
        label=str(kind.label), reason=str(kind.reason), hint=str(kind.hint), given=masked(given), error=error
    )


def given_identifier(quote: QuoteView, posted: Mapping[str, str], before: str) -> str:
    """The identifier that was typed, checked; one given before stays while nothing is typed.

    Raises IdentifierMissing, BadIdentifier.
    """
    kind = identifier_asked(quote)
    return checked_identifier(kind, posted.get("identifier", "").strip() or before) if kind else ""


def delivery_page(quote: QuoteView) -> tuple[ParcelChoice, ...]:
    """Every parcel of the quote with its services, the chosen one marked."""
    today = clock.today()
    return tuple(
        ParcelChoice(
            position=position,
            field=_field(parcel),
            merchant_name=parcel.merchant_name,
            origin_city=parcel.origin_city,
            lines=parcel.lines,
            services=tuple(_service_view(choice, parcel, today) for choice in parcel.choices),
        )
        for position, parcel in enumerate(quote.parcels, 1)
    )


def chosen_freight(quote: QuoteView, posted: Mapping[str, str]) -> dict[str, str]:
    """The service chosen per warehouse; a parcel nobody chose for keeps its own. What is no service, the quote refuses."""
    return {
        parcel.warehouse_code: str(posted.get(_field(parcel)) or parcel.delivery.code)
        for parcel in quote.parcels
    }


def _field(parcel: ParcelView) -> str:
    return f"freight-{parcel.warehouse_code}"


def _service_view(choice: DeliveryChoice, parcel: ParcelView, today: date) -> ServiceView:
    return ServiceView(
        service=choice,
        first_day=today + timedelta(days=choice.days_min),
        last_day=today + timedelta(days=choice.days_max),
        chosen=choice.code == parcel.delivery.code,
    )
