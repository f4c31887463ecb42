"""Acting on messages: in whatever order they come, the end state is what the gateway says is true."""

import json
import random
import time
from typing import Any

import pytest
from moneyed import Money

from localization.outside import Unavailable, sign
from payments.models import Notification, Payment
from payments.services.apply_notification import apply_notification
from payments.services.ask_capture import ask_capture
from payments.services.ask_refund import ask_refund
from payments.services.ask_void import ask_void
from payments.services.capture_payment import capture_payment
from payments.services.close_review import close_review
from payments.services.prove_books import prove_books
from payments.services.receive_notification import receive_notification
from payments.services.refund_payment import refund_payment
from payments.services.start_payment import start_payment
from payments.services.sync_payment import sync_payment
from payments.services.void_payment import void_payment
from payments.states import PaymentState
from shop.sandbox import cards
from tests.payments.conftest import SECRET, Sandbox, fresh, page_of


def _deliver(event: dict[str, Any]) -> int:
    body = json.dumps(event).encode()
    headers = {"Causeway-Signature": sign(SECRET, body, int(time.time()))}
    return receive_notification(gateway="sandbox", headers=headers, body=body)


def _apply(event: dict[str, Any]) -> Notification:
    row_id = _deliver(event)
    apply_notification(row_id)
    return Notification.objects.get(pk=row_id)


def _paid_event(payment: Payment, sandbox: Sandbox, **changes: Any) -> dict[str, Any]:
    """The gateway's own event of an authorization, bent as a test wants it."""
    sandbox.pay(page_of(payment))
    event = sandbox.events()[-1]
    return {**event, "payment": {**event["payment"], **changes}}


def test_the_message_of_a_payment_makes_it_authorized(started: Payment, sandbox: Sandbox) -> None:
    message = _apply(_paid_event(started, sandbox))

    assert fresh(started).state == PaymentState.AUTHORIZED
    assert fresh(started).authorized == Money("129.90", "EUR")
    assert message.handling == "applied"


def test_a_return_of_the_browser_proves_nothing(started: Payment, sandbox: Sandbox) -> None:
    assert fresh(started).state == PaymentState.STARTED


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"amount_minor": 12989}, "amount"),
        ({"amount_minor": 12991}, "amount"),
        ({"amount_minor": 0}, "amount"),
        ({"amount_minor": -12990}, "amount"),
        ({"currency": "USD"}, "currency"),
        ({"currency": "JPY"}, "currency"),
        ({"reference": "CW-9999"}, "reference"),
    ],
)
def test_a_message_about_other_money_goes_to_review_and_is_not_paid(
    started: Payment, sandbox: Sandbox, changes: dict[str, Any], reason: str
) -> None:
    _apply(_paid_event(started, sandbox, **changes))

    payment = fresh(started)
    assert (payment.state, payment.review_reason) == (PaymentState.UNDER_REVIEW, reason)
    assert payment.authorized_minor == 0


def test_a_reviewed_payment_goes_on_with_the_truth(started: Payment, sandbox: Sandbox) -> None:
    _apply(_paid_event(started, sandbox, amount_minor=1))
    sync_payment(started.pk)
    still = fresh(started).state
    close_review(payment_id=started.pk, actor="op")
    sync_payment(started.pk)

    assert still == PaymentState.UNDER_REVIEW
    assert fresh(started).state == PaymentState.AUTHORIZED


def test_a_message_that_lies_about_the_state_changes_nothing(started: Payment, sandbox: Sandbox) -> None:
    snapshot = _snapshot(sandbox)
    _apply(
        {
            "event_id": "evt_lie",
            "type": "payment.captured",
            "payment": {**snapshot, "status": "captured", "authorized_minor": 12990},
        }
    )

    assert fresh(started).state == PaymentState.STARTED


def test_another_event_id_for_the_same_capture_books_nothing_more(
    captured: Payment, sandbox: Sandbox
) -> None:
    event = sandbox.events()[-1]
    _apply(event)
    _apply({**event, "event_id": "evt_other"})

    assert captured.entries.count() == 1
    assert fresh(captured).captured == captured.amount


def test_news_in_any_order_ends_in_the_same_state(authorized: Payment, sandbox: Sandbox) -> None:
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=authorized.amount)
    capture_payment(authorized.pk)
    refund = ask_refund(payment_id=authorized.pk, amount=Money("29.90", "EUR"), reference="r1")
    refund_payment(refund)
    events = [*sandbox.events(), *sandbox.events()]
    random.Random(7).shuffle(events)
    for event in events:
        _apply(event)

    assert fresh(authorized).state == PaymentState.PARTIALLY_REFUNDED
    assert authorized.entries.count() == 2
    assert not any(proof.rows for proof in prove_books())


def test_a_refund_made_elsewhere_is_booked_and_shown_to_a_person(captured: Payment, sandbox: Sandbox) -> None:
    world = sandbox.server.world
    document = world.store.all("payment")[0]
    document["refunds"].append({"id": "ref_1", "reference": "dashboard", "minor": 990})
    world.store.put("payment", document["id"], {**document, "refunded_minor": 990})
    _apply({"event_id": "evt_r", "type": "payment.refunded", "payment": _snapshot(sandbox)})

    payment = fresh(captured)
    assert payment.refunded == Money("9.90", "EUR")
    assert (payment.state, payment.review_reason) == (PaymentState.PARTIALLY_REFUNDED, "refund_unasked")
    assert not any(proof.rows for proof in prove_books())


def _snapshot(sandbox: Sandbox) -> dict[str, Any]:
    hidden = {"webhook_url", "return_url", "language", "description"}
    return {key: value for key, value in sandbox.documents()[0].items() if key not in hidden}


def test_an_authorization_that_arrives_after_the_void_stays_void(started: Payment, sandbox: Sandbox) -> None:
    event = _paid_event(started, sandbox)
    ask_void(payment_id=started.pk)
    void_payment(started.pk)
    _apply(event)

    assert fresh(started).state == PaymentState.VOIDED


def test_a_decline_of_the_first_card_after_the_second_was_accepted_changes_nothing(
    started: Payment, sandbox: Sandbox
) -> None:
    sandbox.pay(page_of(started), cards.DECLINE)
    declined = sandbox.events()[-1]
    second = start_payment(payment_id=started.pk)
    sandbox.pay(second)
    _apply(sandbox.events()[-1])
    _apply(declined)

    assert fresh(started).state == PaymentState.AUTHORIZED


def test_a_message_about_an_unknown_payment_is_parked_in_the_end(started: Payment, sandbox: Sandbox) -> None:
    event = {"event_id": "evt_x", "type": "payment.captured", "payment": {**_snapshot(sandbox), "id": "gp_x"}}
    row_id = _deliver(event)
    for _try in range(5):
        apply_notification(row_id)

    assert Notification.objects.get(pk=row_id).handling == "parked"
    assert fresh(started).state == PaymentState.STARTED


def test_a_gateway_that_does_not_answer_leaves_the_message_waiting(
    started: Payment, sandbox: Sandbox
) -> None:
    row_id = _deliver(_paid_event(started, sandbox))
    sandbox.fault(answers="500")
    with pytest.raises(Unavailable):
        apply_notification(row_id)
    waiting = Notification.objects.get(pk=row_id).handling
    sandbox.fault()
    apply_notification(row_id)

    assert waiting == "waiting"
    assert fresh(started).state == PaymentState.AUTHORIZED


def test_a_message_that_we_fail_on_is_parked_after_five_tries(
    started: Payment, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    row_id = _deliver(_paid_event(started, sandbox))

    def broken(**_fields: Any) -> None:
        raise KeyError("a field nobody thought of")

    monkeypatch.setattr("payments.services.apply_notification.record_truth", broken)
    for _try in range(5):
        with pytest.raises(KeyError):
            apply_notification(row_id)
    message = Notification.objects.get(pk=row_id)
    assert (message.handling, message.tries) == ("parked", 5)
    apply_notification(row_id)
    assert fresh(started).state == PaymentState.STARTED
