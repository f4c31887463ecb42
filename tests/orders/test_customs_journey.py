"""From the order to the door through the customs desk, with the sandbox's carrier and customs over real HTTP."""

import json
import time
from dataclasses import replace

import pytest
from django.core import mail

from logistics.models import CustomsQuestion, Declaration, Shipment
from logistics.selectors.questions import invoice_answer
from logistics.services.answer_customs import answer_customs
from logistics.services.receive_notice import receive_notice
from logistics.services.receive_scan import receive_scan
from orders.models import Order
from orders.selectors.order_view import order_view_by_id
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.place_order import place_order
from shop.backoffice.todo import todos
from shop.storefront.order_page import order_page
from tests.orders.making import BERLIN, make_cart, make_quote, make_wish
from tests.orders.outside import pay
from tests.shop.sandbox.test_carrier import PACE, SECRET, door, sandbox  # noqa: F401  # fixtures of the outside

pytestmark = pytest.mark.django_db(transaction=True)
HELD = "Customs holds 1 parcel and waits for an answer."


@pytest.fixture
def outside(settings, sandbox, door):  # noqa: F811
    """Carrier and customs are the sandbox; answers what comes to our door."""
    options = {"url": sandbox.world.base_url, "secrets": [SECRET], "webhook_base_url": door[0]}
    settings.CARRIERS = {
        "sandbox": {"BACKEND": "logistics.carriers.sandbox.SandboxCarrier", "OPTIONS": options}
    }
    settings.CUSTOMS = {
        "sandbox": {
            "BACKEND": "logistics.customs.sandbox.SandboxCustoms",
            "OPTIONS": options,
            "COUNTRIES": ["*"],
        }
    }
    return sandbox, door[1]


def until(outside, happened):
    """Let the world turn and take every message in at our doors, until it happened."""
    server, kept = outside
    patience = time.monotonic() + 30
    while not happened() and time.monotonic() < patience:
        server.deliver()
        while kept and not happened():
            headers, body = kept.pop(0)
            take = receive_notice if "declaration" in json.loads(body) else receive_scan
            place = {"office": "sandbox"} if take is receive_notice else {"carrier": "sandbox"}
            take(headers=headers, body=body, **place)
        time.sleep(PACE)
    assert happened()


def ordered(scarf, words):
    """An order of a scarf to Berlin, paid and handed to the carrier."""
    token = make_cart((scarf, 1))
    quote_id = make_quote(token, replace(BERLIN, street2=words))
    order = Order.objects.get(pk=place_order(make_wish(token, quote_id)))
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="mei")
    return order


def the_state(model):
    return model.objects.get().state


def told(order):
    """What the buyer reads of customs on the order's page."""
    (parcel,) = order_page(order_view_by_id(order.pk, "en")).parcels
    return parcel.customs.heading if parcel.customs else ""


@pytest.mark.parametrize(
    "words", ["CUSTOMS HOLD", "CUSTOMS HOLD, CUSTOMS TWICE, CUSTOMS SHUFFLE, CUSTOMS LATE"]
)
def test_a_held_parcel_is_answered_released_and_delivered(scarf, outside, words):
    order = ordered(scarf, words)
    until(outside, lambda: the_state(Declaration) == "held")
    assert HELD in [str(todo.text) for todo in todos(None)]
    assert told(order) == "Customs has a question"
    assert "Zoll" in mail.outbox[-1].subject
    declaration = Declaration.objects.get()
    assert (declaration.data_set, declaration.message["additional_procedure"]) == ("H7", "F48")

    answer_customs(CustomsQuestion.objects.get().pk, invoice_answer(declaration.pk, note=""), actor="op")
    assert HELD not in [str(todo.text) for todo in todos(None)]
    until(outside, lambda: the_state(Shipment) == "delivered")
    assert the_state(Declaration) == "released"
    moves = [move.target for move in declaration.history.all()]
    assert moves[0] == "filed"
    assert moves[-3:] == ["held", "amended", "released"]
    until(outside, lambda: Order.objects.get().state == "delivered")
    assert told(order) == ""


def test_a_refused_parcel_is_work_for_the_operator_and_the_buyer_hears_of_it(scarf, outside):
    order = ordered(scarf, "CUSTOMS REFUSE")
    until(outside, lambda: the_state(Declaration) == "refused")
    assert "Customs refused 1 parcel: correct and file again, or let it come back." in [
        str(todo.text) for todo in todos(None)
    ]
    assert told(order) == "Customs did not let this parcel in"
    until(outside, lambda: Order.objects.get().state == "undelivered")
    kinds = list(order.mails.values_list("kind", flat=True))
    assert "order_customs_refused" in kinds
    assert "order_undelivered" in kinds
