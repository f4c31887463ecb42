"""Filing: one key and the same data however often, no answer is tried again, a clear no waits for a person."""

from datetime import timedelta

import pytest
import requests
import responses

from localization import clock
from localization.sealed import seal
from logistics.models import Declaration, Shipment, ShipmentLine
from logistics.selectors.shipments import TAX_ID
from logistics.services.file_declaration import file_declaration
from logistics.services.retry_declaration import retry_declaration
from tests.logistics.desk import FILED, URL, a_declaration_in, body_of, moves, the_declaration

pytestmark = pytest.mark.django_db


def test_a_filed_declaration_keeps_the_reference_and_number_customs_gave(desk):
    desk.post(URL, json=FILED, status=201)
    file_declaration(a_declaration_in("draft"))
    declaration = the_declaration()
    assert (declaration.customs_reference, declaration.mrn) == ("sd_1", "26DE0123456789ABCD")
    assert declaration.filed_at is not None
    assert moves() == [("draft", "filed")]


def test_customs_hears_our_stored_key_the_parcel_and_the_data_set(desk):
    desk.post(URL, json=FILED, status=201)
    file_declaration(a_declaration_in("draft"))
    call = desk.calls[0]
    sent = body_of(call)
    assert call.request.headers["Idempotency-Key"] == the_declaration().idempotency_key
    assert (sent["reference"], sent["parcel_number"], sent["country"]) == ("C-1001-1", "LX123456785CN", "DE")
    assert sent["data_set"] == "ITMATT"
    assert sent["message"] == the_declaration().message
    assert sent["message"]["content_pieces"][0]["hs_code"] == "621410"


def test_customs_gets_the_recipients_identifier_in_clear_and_the_row_its_mask(desk):
    declaration_id = a_declaration_in("draft")
    Shipment.objects.update(tax_id=seal("P123456789012", purpose=TAX_ID))
    desk.post(URL, json=FILED, status=201)
    file_declaration(declaration_id)
    assert body_of(desk.calls[0])["message"]["addressee_reference"] == "P123456789012"
    assert the_declaration().message["addressee_reference"] == "P••••••••••12"


@pytest.mark.parametrize(
    "answer", [{"status": 503}, {"body": requests.ReadTimeout()}], ids=["503", "silence"]
)
def test_no_answer_leaves_the_wish_for_later_with_the_same_key_and_words(desk, answer):
    declaration_id = a_declaration_in("draft")
    desk.post(URL, **answer)
    file_declaration(declaration_id)
    declaration = the_declaration()
    assert (declaration.state, declaration.attempts) == ("draft", 1)
    assert declaration.run_after > clock.now() + timedelta(seconds=4)
    ShipmentLine.objects.update(description="something else")
    desk.replace(responses.POST, URL, json=FILED, status=201)
    file_declaration(declaration_id)
    assert the_declaration().state == "filed"
    first, second = desk.calls
    assert first.request.headers["Idempotency-Key"] == second.request.headers["Idempotency-Key"]
    assert first.request.body == second.request.body


def test_a_worker_killed_before_it_recorded_the_answer_asks_again_under_the_same_key(desk, monkeypatch):
    declaration_id = a_declaration_in("draft")
    desk.post(URL, json=FILED, status=201)

    def killed(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as death:
        death.setattr("logistics.services.file_declaration._record", killed)
        with pytest.raises(KeyboardInterrupt):
            file_declaration(declaration_id)
    assert the_declaration().state == "draft"
    file_declaration(declaration_id)
    assert (the_declaration().state, the_declaration().customs_reference) == ("filed", "sd_1")
    assert len({call.request.headers["Idempotency-Key"] for call in desk.calls}) == 1


def test_a_clear_no_waits_for_a_person_and_is_filed_again_under_another_key(desk):
    declaration_id = a_declaration_in("draft")
    desk.post(URL, status=422, json={"error": "rejected"})
    file_declaration(declaration_id)
    assert the_declaration().problem.startswith("Refused")
    retry_declaration(declaration_id, actor="op")
    desk.replace(responses.POST, URL, json=FILED, status=201)
    file_declaration(declaration_id)
    assert moves() == [("draft", "refused"), ("refused", "draft"), ("draft", "filed")]
    first, second = (call.request.headers["Idempotency-Key"] for call in desk.calls)
    assert first != second


def test_goods_without_an_hs_code_are_not_filed_and_parked_the_fifth_time(desk):
    declaration_id = a_declaration_in("draft")
    ShipmentLine.objects.update(hs_code="")
    for _ in range(5):
        file_declaration(declaration_id)
    declaration = the_declaration()
    assert declaration.parked_at is not None
    assert declaration.problem == "IncompleteDeclaration: The declaration lacks “hs_code” of scarf-ink."
    assert not desk.calls


@pytest.mark.parametrize("body", ["<html>", "{}", "[" * 50_000], ids=["html", "no reference", "deep"])
def test_rubbish_is_tried_again_and_counted(desk, body):
    desk.post(URL, status=201, body=body)
    file_declaration(a_declaration_in("draft"))
    assert (the_declaration().state, the_declaration().faults) == ("draft", 1)


@pytest.mark.parametrize("state", ["filed", "released", "cancelled"])
def test_what_is_filed_is_not_filed_again(desk, state):
    file_declaration(a_declaration_in(state))
    assert not desk.calls
    assert Declaration.objects.get().state == state
