"""Declarations in the back office: a hold is answered on its page, a refusal is filed again at a press."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from localization import clock
from localization.services.load_markets import load_markets
from logistics.models import CustomsNotification, CustomsQuestion
from logistics.selectors.attention import AtCustoms, declarations_at_customs, unplaced_customs_messages
from tests.logistics.desk import PDF, a_declaration_in, a_question, the_declaration

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client, django_user_model):
    load_markets()
    user = django_user_model.objects.create(email="op@causeway.example", is_staff=True, is_superuser=True)
    client.force_login(user)
    return client


def page(name, *arguments):
    return reverse(f"admin:logistics_declaration_{name}", args=arguments)


def test_a_held_declaration_shows_what_customs_asks_and_leads_to_the_answer(operator):
    declaration_id = a_declaration_in("held")
    a_question(declaration_id, text="<b>each item</b>")
    text = operator.get(page("change", declaration_id)).content.decode()
    assert "Commercial invoice · &lt;b&gt;each item&lt;/b&gt; · not answered yet" in text
    assert page("answer", declaration_id) in text
    assert "&lt;b&gt;each item&lt;/b&gt;" in operator.get(page("answer", declaration_id)).content.decode()


@pytest.mark.parametrize(("file", "name"), [(None, "commercial-invoice.pdf"), (PDF, "proof.pdf")])
def test_an_answer_is_a_file_or_the_parcels_own_invoice(operator, file, name):
    declaration_id = a_declaration_in("held")
    question = a_question(declaration_id)
    sent = {"question": question, "note": "see there"}
    if file:
        sent["file"] = SimpleUploadedFile("proof.pdf", file)
    answer = operator.post(page("answer", declaration_id), sent)
    assert answer["Location"] == page("change", declaration_id)
    kept = CustomsQuestion.objects.get()
    assert (kept.paper_name, kept.note, kept.answered_by) == (name, "see there", "op@causeway.example")
    assert bytes(kept.paper).startswith(b"%PDF-")
    assert the_declaration().state == "amended"


def test_a_file_that_is_no_document_is_refused_beside_the_field(operator):
    declaration_id = a_declaration_in("held")
    sent = {"question": a_question(declaration_id), "file": SimpleUploadedFile("virus.exe", b"MZ")}
    answer = operator.post(page("answer", declaration_id), sent)
    assert "“virus.exe” is no PDF, PNG or JPEG file" in answer.content.decode()
    assert the_declaration().state == "held"


def test_where_customs_asks_nothing_there_is_no_form(operator):
    declaration_id = a_declaration_in("released")
    a_question(declaration_id)
    assert '<form method="post" enctype' not in operator.get(page("answer", declaration_id)).content.decode()


def test_a_refused_declaration_is_filed_again_at_a_press(operator):
    declaration_id = a_declaration_in("refused")
    operator.post(page("changelist"), {"action": "file_again", "_selected_action": [declaration_id]})
    assert the_declaration().state == "draft"
    assert the_declaration().history.get().actor == "op@causeway.example"


def test_a_lost_message_is_counted_and_put_back(operator):
    message = CustomsNotification.objects.create(
        office="sandbox", event_id="e", body=b"{}", received_at=clock.now(), outcome="parked", tries=5
    )
    before = unplaced_customs_messages()
    url = reverse("admin:logistics_customsnotification_changelist")
    operator.post(url, {"action": "try_again", "_selected_action": [message.pk]})
    message.refresh_from_db()
    assert (before, message.outcome, message.tries) == (1, "stored", 0)


@pytest.mark.parametrize(
    ("state", "shipment", "changes", "counted"),
    [
        ("held", "import_customs", {}, AtCustoms(held=1, refused=0, parked=0)),
        ("refused", "import_customs", {}, AtCustoms(held=0, refused=1, parked=0)),
        ("refused", "returned", {}, AtCustoms(held=0, refused=0, parked=0)),
        ("draft", "booked", {"parked_at": clock.now()}, AtCustoms(held=0, refused=0, parked=1)),
        ("amended", "import_customs", {}, AtCustoms(held=0, refused=0, parked=0)),
    ],
)
def test_what_waits_for_a_person_is_counted(state, shipment, changes, counted):
    a_declaration_in(state, shipment=shipment, **changes)
    assert declarations_at_customs() == counted
