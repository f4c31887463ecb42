"""Files a declaration with customs: read, call with no transaction open, record."""

from typing import Any

from django.db import IntegrityError, transaction

from localization import clock
from localization.lifecycle import move_to
from localization.outside import Misread, Refused, Unavailable
from logistics.customs.base import Filed, Filing
from logistics.customs.registry import customs
from logistics.events import announce, shipment_changed
from logistics.messages.parcel import DeclaredParcel, IncompleteDeclaration
from logistics.messages.registry import build
from logistics.models import Declaration
from logistics.selectors.shipments import request_to_file, shipment_request
from logistics.services._attempts import count_attempt, described, postpone
from logistics.states import DeclarationState


def file_declaration(declaration_id: int) -> None:
    """File a DRAFT; may be called any number of times, customs sees one key and the same data.

    No answer leaves the wish standing for later, a clear no moves the declaration to REFUSED for a person to look at;
    data that customs needs and we do not have, and an answer we do not understand, are tried five times and parked.
    """
    declaration = Declaration.objects.select_related("shipment").get(pk=declaration_id)
    if declaration.state != DeclarationState.DRAFT or not declaration.office:
        return
    if not count_attempt(declaration):
        return
    try:
        filed = customs(declaration.office).file(_filing(declaration), key=declaration.idempotency_key)
        _record(declaration_id, filed)
    except (Unavailable, Misread, IncompleteDeclaration, IntegrityError) as problem:
        postpone(declaration_id, problem, Declaration)
    except Refused as problem:
        _refuse(declaration_id, problem)


def _filing(declaration: Declaration) -> Filing:
    """What is filed. The data set is frozen before the first call, so that a repeated call says the same."""
    request = shipment_request(declaration.shipment_id)
    number = declaration.shipment.number
    if not declaration.message:
        declaration.message = build(declaration.data_set, DeclaredParcel(request=request, number=number))
        declaration.save(update_fields=["message"])
        # As the database gives it back, in its own order of names: customs may compare the bytes of a repeated call.
        declaration.refresh_from_db(fields=["message"])
    return Filing(
        reference=declaration.shipment.reference,
        parcel_number=number,
        country=request.recipient.country,
        data_set=declaration.data_set,
        message=_opened(declaration.message, request.tax_id, request_to_file(declaration.shipment_id).tax_id),
    )


def _opened(data: Any, shown: str, clear: str) -> Any:
    """The frozen data with the recipient's identifier in clear: it is stored masked, and opened for the call alone."""
    if isinstance(data, dict):
        return {name: _opened(value, shown, clear) for name, value in data.items()}
    if isinstance(data, list):
        return [_opened(value, shown, clear) for value in data]
    return clear if shown and data == shown else data


@transaction.atomic(durable=True)
def _record(declaration_id: int, filed: Filed) -> None:
    declaration = Declaration.objects.select_for_update().get(pk=declaration_id)
    if declaration.state != DeclarationState.DRAFT:
        return
    declaration.customs_reference, declaration.mrn = filed.customs_reference, filed.mrn
    declaration.filed_at = clock.now()
    declaration.attempts, declaration.faults, declaration.problem = 0, 0, ""
    declaration.save(update_fields=["customs_reference", "mrn", "filed_at", "attempts", "faults", "problem"])
    move_to(declaration, DeclarationState.FILED, reason=filed.mrn, actor=declaration.office)
    announce(shipment_changed, shipment_id=declaration.shipment_id)


@transaction.atomic(durable=True)
def _refuse(declaration_id: int, problem: Refused) -> None:
    declaration = Declaration.objects.select_for_update().get(pk=declaration_id)
    if declaration.state != DeclarationState.DRAFT:
        return
    declaration.problem, declaration.decided_at = described(problem), clock.now()
    declaration.save(update_fields=["problem", "decided_at"])
    move_to(declaration, DeclarationState.REFUSED, reason=declaration.problem, actor=declaration.office)
    announce(shipment_changed, shipment_id=declaration.shipment_id)
