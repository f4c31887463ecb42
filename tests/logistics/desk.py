"""The customs desk of the tests: the sandbox's address, declarations in any state, and what customs says of them."""

import json
from uuid import uuid4

from django.conf import settings

from localization import clock
from logistics.customs.base import Asked, Notice
from logistics.models import CustomsQuestion, Declaration
from tests.logistics.parcels import a_shipment_in

DESK = {
    "sandbox": {
        "BACKEND": "logistics.customs.sandbox.SandboxCustoms",
        "OPTIONS": {
            "url": settings.SANDBOX_URL,
            "secrets": settings.SANDBOX_SECRETS,
            "webhook_base_url": "http://shop.test",
        },
        "COUNTRIES": ["*"],
    }
}
URL = f"{settings.SANDBOX_URL}/customs/declarations"
FILED = {"id": "sd_1", "mrn": "26DE0123456789ABCD", "notices": []}
INVOICE = Asked(code="invoice", text="Commercial invoice")
PDF = b"%PDF-1.7 an invoice"


def a_declaration_in(state, *, shipment="booked", **changes):
    """The id of a declaration of the scarf's parcel, brought to a state behind the services' back."""
    return a_declaration_of(a_shipment_in(shipment), state, **changes).pk


def a_declaration_of(shipment_id, state="draft", **changes):
    """A declaration of a parcel, brought to a state behind the services' back."""
    known = (
        {}
        if state == "draft"
        else {"customs_reference": "sd_1", "mrn": FILED["mrn"], "filed_at": clock.now()}
    )
    usual = {
        "state": state,
        "form": "cn22",
        "content": {},
        "office": "sandbox",
        "data_set": "ITMATT",
        "idempotency_key": uuid4().hex,
        "made_at": clock.now(),
        "run_after": clock.now(),
    }
    return Declaration.objects.create(shipment_id=shipment_id, **{**usual, **known, **changes})


def a_question(declaration_id, **changes):
    """A question of customs that waits for our answer."""
    usual = {"sequence": 2, "code": "invoice", "asked_at": clock.now(), "idempotency_key": uuid4().hex}
    return CustomsQuestion.objects.create(declaration_id=declaration_id, **{**usual, **changes}).pk


def answered(**changes):
    """The columns of a question that was answered and waits to be sent."""
    now = clock.now()
    usual = {
        "answered_at": now,
        "answered_by": "op",
        "paper": PDF,
        "paper_name": "i.pdf",
        "note": "see there",
    }
    return {**usual, "paper_type": "application/pdf", **changes}


def a_notice(verdict, sequence, **changes):
    """A notice of customs about the declaration."""
    usual = {
        "event_id": f"sd_1-{sequence}",
        "customs_reference": "sd_1",
        "sequence": sequence,
        "verdict": verdict,
        "reason": "",
        "mrn": FILED["mrn"],
        "asked": (INVOICE,) if verdict == "held" else (),
    }
    return Notice(**{**usual, **changes})


def told(verdict, sequence, **changes):
    """The same notice as customs writes it on the wire."""
    one = a_notice(verdict, sequence, **changes)
    return {
        "event_id": one.event_id,
        "declaration": one.customs_reference,
        "sequence": one.sequence,
        "state": one.verdict,
        "reason": one.reason,
        "mrn": one.mrn,
        "asked": [{"code": asked.code, "text": asked.text} for asked in one.asked],
    }


def body_of(call):
    """What was sent in a call, decoded."""
    return json.loads(call.request.body)


def the_declaration():
    """The only one there is."""
    return Declaration.objects.get()


def moves():
    """Every move of the only declaration, first to last."""
    return [(move.source, move.target) for move in the_declaration().history.all()]
