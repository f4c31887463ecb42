"""Declarations beside their parcels: drawn up when the carrier takes one, taken back or let go with it."""

from uuid import uuid4

from django.utils.translation import gettext_noop

from localization import clock
from localization.lifecycle import move_to
from localization.selectors import fx_table
from logistics.customs.registry import office_for
from logistics.declarations import declaration_content, form_for, needs_declaration
from logistics.events import announce, declaration_wished
from logistics.messages.parcel import DeclaredParcel
from logistics.messages.registry import data_set_for
from logistics.models import Declaration, Shipment
from logistics.states import PAST_CUSTOMS, DeclarationState
from logistics.values import ShipmentRequest

_OPEN = (DeclarationState.DRAFT, DeclarationState.FILED, DeclarationState.ACCEPTED)


def declare_parcel(shipment: Shipment, request: ShipmentRequest) -> None:
    """Draw up the declaration of a parcel that needs one, as a wish to file it. The caller holds the shipment's lock.

    Where no office of ours takes it the carrier shows the paper form, and nothing of ours is left to do.
    """
    if not needs_declaration(request):
        return
    fx, now = fx_table(), clock.now()
    parcel = DeclaredParcel(request=request, number=shipment.number)
    office = office_for(request.recipient.country)
    declaration = Declaration.objects.create(
        shipment=shipment,
        form=form_for(request.lines, fx),
        content=declaration_content(request),
        office=office,
        data_set=data_set_for(parcel, fx) if office else "",
        idempotency_key=uuid4().hex,
        made_at=now,
        run_after=now,
    )
    if office:
        announce(declaration_wished, declaration_id=declaration.pk)
    else:
        reason = gettext_noop("shown to customs by the carrier")
        move_to(declaration, DeclarationState.FILED, reason=reason, actor=shipment.carrier)


def take_back(shipment: Shipment) -> None:
    """The parcel will not leave: cancel its declaration, at customs too once it may be known there."""
    declaration = Declaration.objects.select_for_update().filter(shipment=shipment).first()
    if declaration is None or DeclarationState.CANCELLED not in declaration.MOVES[declaration.state]:
        return
    if not declaration.office or (declaration.state == DeclarationState.DRAFT and not declaration.attempts):
        reason = gettext_noop("the parcel was cancelled")
        move_to(declaration, DeclarationState.CANCELLED, reason=reason)
        return
    now = clock.now()
    Declaration.objects.filter(pk=declaration.pk).update(
        withdraw_asked_at=now, run_after=now, attempts=1, faults=0, parked_at=None
    )
    announce(declaration_wished, declaration_id=declaration.pk)


def follow_parcel(shipment: Shipment) -> None:
    """A parcel whose paper the carrier showed, and which is past customs now, was released."""
    if shipment.state not in PAST_CUSTOMS:
        return
    shown = Declaration.objects.select_for_update().filter(shipment=shipment, office="", state__in=_OPEN)
    for declaration in shown:
        reason = gettext_noop("told by the carrier's scans")
        move_to(declaration, DeclarationState.RELEASED, reason=reason, actor=shipment.carrier)
