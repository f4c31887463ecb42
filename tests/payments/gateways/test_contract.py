"""What every gateway adapter must do, run against its real server process or thread."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from moneyed import Money

from localization.outside import BadSignature, Misread, Refused, Unavailable, sign
from payments.gateways.base import Gateway, GatewayPayment, Movement, MoveRequest, OpenRequest
from payments.gateways.registry import gateway
from shop.sandbox import cards
from tests.payments.conftest import SECRET, Sandbox

EUR = Money("129.90", "EUR")


@pytest.fixture(params=["sandbox"])
def adapter(request: pytest.FixtureRequest, sandbox: Sandbox) -> Gateway:
    """Each adapter in turn; a new one is a row here and a way to make its buyer pay."""
    return gateway(request.param)


@pytest.fixture
def pay(sandbox: Sandbox) -> Callable[..., object]:
    return lambda payment, card=cards.APPROVE: sandbox.pay(payment.page_url, card)


def _open(adapter: Gateway, key: str = "open-1", amount: Money = EUR) -> GatewayPayment:
    return adapter.open(
        OpenRequest(
            key=key,
            amount=amount,
            reference="CW-1",
            description="Order CW-1",
            language="ja",
            return_url="http://shop.test/",
        )
    )


def _move(payment: GatewayPayment, key: str, amount: str, reference: str) -> MoveRequest:
    return MoveRequest(
        key=key, provider_id=payment.provider_id, amount=Money(amount, "EUR"), reference=reference
    )


def test_an_opened_payment_has_a_page_and_holds_nothing(adapter: Gateway) -> None:
    opened = _open(adapter)

    assert (opened.status, opened.amount, opened.authorized) == ("open", EUR, EUR * 0)
    assert opened.page_url.startswith("http")
    assert adapter.look_up(opened.provider_id) == opened


def test_one_key_opens_one_payment(adapter: Gateway) -> None:
    assert _open(adapter).provider_id == _open(adapter).provider_id
    assert _open(adapter, "open-2").provider_id != _open(adapter).provider_id


def test_one_key_with_another_amount_is_a_clear_no(adapter: Gateway) -> None:
    _open(adapter)
    with pytest.raises(Refused):
        _open(adapter, amount=Money("1", "EUR"))


def test_authorize_capture_and_refund_in_parts(adapter: Gateway, pay: Callable[..., object]) -> None:
    opened = _open(adapter)
    pay(opened)
    held = adapter.look_up(opened.provider_id)
    adapter.capture(_move(opened, "c1", "100.00", "parcel-1"))
    adapter.capture(_move(opened, "c2", "29.90", "parcel-2"))
    adapter.capture(_move(opened, "c2", "29.90", "parcel-2"))
    end = adapter.refund(_move(opened, "r1", "0.01", "r-1"))

    assert (held.status, held.authorized) == ("authorized", EUR)
    assert end.status == "captured"
    assert end.captures == (
        Movement("parcel-1", Money("100.00", "EUR")),
        Movement("parcel-2", Money("29.90", "EUR")),
    )
    assert end.refunds == (Movement("r-1", Money("0.01", "EUR")),)


def test_more_than_is_held_is_a_clear_no(adapter: Gateway, pay: Callable[..., object]) -> None:
    opened = _open(adapter)
    pay(opened)
    with pytest.raises(Refused):
        adapter.capture(_move(opened, "c1", "129.91", "parcel-1"))
    with pytest.raises(Refused):
        adapter.refund(_move(opened, "r1", "0.01", "r-1"))

    assert adapter.look_up(opened.provider_id).captures == ()


def test_a_void_lets_go_and_can_be_repeated(adapter: Gateway, pay: Callable[..., object]) -> None:
    opened = _open(adapter)
    pay(opened)

    assert adapter.void(opened.provider_id, key="v1").status == "voided"
    assert adapter.void(opened.provider_id, key="v2").status == "voided"
    with pytest.raises(Refused):
        adapter.capture(_move(opened, "c1", "1.00", "parcel-1"))


def test_a_declined_card_holds_nothing(adapter: Gateway, pay: Callable[..., object]) -> None:
    opened = _open(adapter)
    pay(opened, cards.DECLINE)

    assert adapter.look_up(opened.provider_id).status == "declined"


def test_an_unknown_payment_is_a_clear_no(adapter: Gateway) -> None:
    with pytest.raises(Refused):
        adapter.look_up("gp_" + "0" * 32)


@pytest.mark.parametrize(
    ("amount", "minor"),
    [
        (Money("1500", "JPY"), 1500),
        (Money("1.234", "KWD"), 1234),
        (Money("1.50", "EUR"), 150),
        (Money("1500", "ISK"), 150000),
        (Money("1500", "UGX"), 150000),
        (Money("1500", "MGA"), 1500),
    ],
)
def test_amounts_use_the_provider_s_own_decimals(
    adapter: Gateway, sandbox: Sandbox, amount: Money, minor: int
) -> None:
    opened = _open(adapter, amount=amount)

    assert opened.amount == amount
    assert sandbox.documents()[0]["amount_minor"] == minor


def test_a_fraction_the_provider_cannot_express_is_refused(adapter: Gateway, sandbox: Sandbox) -> None:
    with pytest.raises(Refused):
        _open(adapter, amount=Money("10.50", "MGA"))

    assert sandbox.documents() == []


@pytest.mark.parametrize(
    ("fault", "error"), [("500", Unavailable), ("lost", Unavailable), ("garbage", Misread)]
)
def test_a_failing_gateway_leaves_the_outcome_unknown(
    adapter: Gateway, sandbox: Sandbox, fault: str, error: type[Exception]
) -> None:
    opened = _open(adapter)
    sandbox.fault(answers=fault)
    with pytest.raises(error):
        adapter.look_up(opened.provider_id)
    with pytest.raises(error):
        _open(adapter, "open-2")


def test_a_gateway_that_is_not_there_leaves_the_outcome_unknown(adapter: Gateway, settings: Any) -> None:
    settings.GATEWAYS["sandbox"]["OPTIONS"]["url"] = "http://127.0.0.1:9"
    with pytest.raises(Unavailable):
        _open(gateway("sandbox"))


def test_its_own_messages_are_understood(
    adapter: Gateway, sandbox: Sandbox, pay: Callable[..., object]
) -> None:
    opened = _open(adapter)
    pay(opened)
    event = sandbox.events()[-1]
    body, now = json.dumps(event).encode(), int(time.time())
    message = adapter.read_notification({"Causeway-Signature": sign(SECRET, body, now)}, body, now=now)

    assert (message.event_id, message.kind) == (event["event_id"], "payment.authorized")
    assert message.payment == adapter.look_up(opened.provider_id)
    with pytest.raises(BadSignature):
        adapter.read_notification({"Causeway-Signature": sign("other", body, now)}, body, now=now)
