"""Asking to let the rest of a partly captured payment go."""

import pytest
from moneyed import Money

from payments.models import Payment
from payments.refusals import NotCapturable, NotReleasable
from payments.selectors import payment_facts
from payments.services.ask_capture import ask_capture
from payments.services.ask_release import ask_release
from payments.services.capture_payment import capture_payment
from tests.payments.conftest import fresh


@pytest.fixture
def partly(authorized: Payment) -> Payment:
    """EUR 43.30 of EUR 129.90 captured."""
    ask_capture(payment_id=authorized.pk, reference="parcel-1", amount=Money("43.30", "EUR"))
    capture_payment(authorized.pk)
    return fresh(authorized)


def test_the_rest_is_seen_until_its_release_is_asked_for(partly: Payment) -> None:
    before = payment_facts(partly.pk).releasable
    ask_release(payment_id=partly.pk)

    assert before == Money("86.60", "EUR")
    assert payment_facts(partly.pk).releasable == Money("0", "EUR")
    assert fresh(partly).release_asked_at is not None


def test_asking_twice_is_asking_once(partly: Payment) -> None:
    ask_release(payment_id=partly.pk)
    first = fresh(partly).release_asked_at
    ask_release(payment_id=partly.pk)

    assert fresh(partly).release_asked_at == first


def test_what_is_to_be_released_is_not_captured_any_more(partly: Payment) -> None:
    ask_release(payment_id=partly.pk)
    with pytest.raises(NotCapturable):
        ask_capture(payment_id=partly.pk, reference="parcel-2", amount=Money("1.00", "EUR"))

    assert partly.captures.count() == 1
    assert fresh(partly).capture_asked_minor == 4330


def test_before_a_capture_a_void_is_the_way(authorized: Payment) -> None:
    with pytest.raises(NotReleasable):
        ask_release(payment_id=authorized.pk)

    assert fresh(authorized).release_asked_at is None
    assert payment_facts(authorized.pk).releasable == Money("0", "EUR")


def test_while_a_capture_is_under_way_nothing_is_released(partly: Payment) -> None:
    ask_capture(payment_id=partly.pk, reference="parcel-2", amount=Money("1.00", "EUR"))
    with pytest.raises(NotReleasable):
        ask_release(payment_id=partly.pk)

    assert fresh(partly).release_asked_at is None


def test_a_whole_capture_leaves_nothing_to_release(captured: Payment) -> None:
    with pytest.raises(NotReleasable):
        ask_release(payment_id=captured.pk)

    assert fresh(captured).release_asked_at is None
