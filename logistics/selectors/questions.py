"""What customs asks of us about a parcel it holds, and the papers we could answer with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from logistics.models import CustomsQuestion, Declaration
from logistics.refusals import UnknownDeclaration
from logistics.selectors.shipments import document
from logistics.states import DeclarationState
from logistics.values import CustomsAnswer

_ASKED_FOR: Mapping[str, str | Promise] = {
    "invoice": _("Commercial invoice"),
    "payment_proof": _("Proof of payment"),
    "description": _("A fuller description of the goods"),
    "identity": _("The recipient's identity"),
    "licence": _("Licence or certificate"),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of customs. `label` is in the reader's language, `text` in customs' own words; `open` while we may answer."""

    id: int
    label: str | Promise
    text: str
    asked_at: datetime
    open: bool
    answered_at: datetime | None
    answered_by: str
    paper_name: str
    sent_at: datetime | None


def questions(declaration_id: int) -> tuple[Question, ...]:
    """Everything customs asked about a declaration, oldest first. Raises UnknownDeclaration."""
    declaration = Declaration.objects.filter(pk=declaration_id).only("state").first()
    if declaration is None:
        raise UnknownDeclaration(declaration_id=declaration_id)
    held = declaration.state == DeclarationState.HELD
    rows = CustomsQuestion.objects.filter(declaration=declaration).defer("paper")
    return tuple(_question(row, held=held) for row in rows)


def asked_for(code: str) -> str | Promise:
    """What a question's code means; the code itself where we do not know it."""
    return _ASKED_FOR.get(code, code)


def invoice_answer(declaration_id: int, *, note: str) -> CustomsAnswer:
    """The parcel's own commercial invoice as an answer. Raises UnknownDeclaration, NoSuchDocument."""
    shipment_id = Declaration.objects.filter(pk=declaration_id).values_list("shipment_id", flat=True).first()
    if shipment_id is None:
        raise UnknownDeclaration(declaration_id=declaration_id)
    return CustomsAnswer(note=note, name="commercial-invoice.pdf", content=document(shipment_id, "invoice"))


def _question(row: CustomsQuestion, *, held: bool) -> Question:
    return Question(
        id=row.pk,
        label=asked_for(row.code),
        text=row.text,
        asked_at=row.asked_at,
        open=held and row.answered_at is None,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        paper_name=row.paper_name,
        sent_at=row.sent_at,
    )
