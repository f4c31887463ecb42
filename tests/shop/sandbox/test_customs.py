"""The sandbox customs over real HTTP, spoken to by our own adapter, and the parcels that wait for it at the border."""

import time
from dataclasses import replace

import pytest

from localization.outside import BadSignature, Refused, Unavailable
from logistics.carriers.sandbox import SandboxCarrier
from logistics.customs.base import Answer, Filing
from logistics.customs.sandbox import SandboxCustoms
from logistics.messages.h7 import h7
from logistics.messages.parcel import DeclaredParcel
from tests.logistics.parcels import BERLIN, a_request
from tests.shop.sandbox.test_carrier import (  # noqa: F401  # the fixtures of the house next door
    PACE,
    SECRET,
    all_messages,
    door,
    sandbox,
)

ANSWER = Answer(code="invoice", note="", name="i.pdf", media_type="application/pdf", content=b"%PDF-")


@pytest.fixture
def customs(sandbox, door):  # noqa: F811
    return SandboxCustoms(url=sandbox.world.base_url, secrets=[SECRET], webhook_base_url=door[0])


@pytest.fixture
def carrier(sandbox, door):  # noqa: F811
    return SandboxCarrier(url=sandbox.world.base_url, secrets=[SECRET], webhook_base_url=door[0])


def a_parcel(words=""):
    """The scarf's parcel to somebody with these words in the second address line."""
    return a_request(recipient=replace(BERLIN, street2=words))


def a_filing(words="", number="LX123456785CN"):
    parcel = DeclaredParcel(request=a_parcel(words), number=number)
    return Filing(reference="C-1001-1", parcel_number=number, country="DE", data_set="H7", message=h7(parcel))


def told(customs, reference, count):
    """What customs said, once it said so much."""
    patience = time.monotonic() + 10
    while len(notices := customs.notices(reference)) < count and time.monotonic() < patience:
        time.sleep(PACE)
    return [(notice.sequence, notice.verdict) for notice in notices]


def sent(customs, messages):
    """The sequence numbers of messages, as they came; each proves who sent it."""
    for headers, body in messages:
        customs.verify(headers, body)
        with pytest.raises(BadSignature):
            customs.verify(headers, body + b" ")
    return [customs.read(body).sequence for _, body in messages]


@pytest.mark.parametrize(
    ("words", "story"),
    [
        ("", [(1, "accepted"), (2, "released")]),
        ("c/o Müller, Customs Refuse", [(1, "accepted"), (2, "refused")]),
        ("CUSTOMS HOLD", [(1, "accepted"), (2, "held")]),
    ],
)
def test_the_words_in_the_address_decide(customs, words, story):
    filed = customs.file(a_filing(words), key="k")
    assert len(filed.mrn) == 18
    assert filed.mrn[2:4] == "DE"
    assert told(customs, filed.customs_reference, 2) == story


def test_the_same_key_is_the_same_declaration_and_other_words_under_it_are_refused(customs):
    first = customs.file(a_filing(), key="one")
    assert customs.file(a_filing(), key="one") == first
    with pytest.raises(Refused, match="409"):
        customs.file(a_filing("CUSTOMS HOLD"), key="one")


def test_a_declaration_that_is_not_taken_is_a_clear_no(customs):
    with pytest.raises(Refused, match="rejected"):
        customs.file(a_filing("CUSTOMS REJECT"), key="k")


def test_a_lost_answer_is_given_again_under_the_same_key(customs):
    with pytest.raises(Unavailable):
        customs.file(a_filing("CUSTOMS TIMEOUT"), key="k")
    first = customs.file(a_filing("CUSTOMS TIMEOUT"), key="k")
    assert customs.file(a_filing("CUSTOMS TIMEOUT"), key="k") == first


def test_a_held_parcel_is_released_once_every_question_is_answered(customs):
    reference = customs.file(a_filing("CUSTOMS PROOF"), key="k").customs_reference
    told(customs, reference, 2)
    assert [asked.code for asked in customs.notices(reference)[1].asked] == ["invoice", "payment_proof"]
    customs.answer(reference, ANSWER, key="a")
    customs.answer(reference, ANSWER, key="a")
    assert told(customs, reference, 2)[-1] == (2, "held")
    customs.answer(reference, replace(ANSWER, code="payment_proof"), key="b")
    assert told(customs, reference, 3)[-1] == (3, "released")


def test_what_was_not_asked_is_not_taken(customs):
    reference = customs.file(a_filing(), key="k").customs_reference
    with pytest.raises(Refused, match="not_asked"):
        customs.answer(reference, ANSWER, key="a")


def test_a_declaration_is_taken_back_until_it_is_decided(customs, sandbox):  # noqa: F811
    decided = customs.file(a_filing(), key="k").customs_reference
    told(customs, decided, 2)
    with pytest.raises(Refused, match="decided"):
        customs.withdraw(decided)
    held = customs.file(a_filing("CUSTOMS HOLD"), key="h").customs_reference
    customs.withdraw(held)
    customs.withdraw(held)


@pytest.mark.parametrize(
    ("words", "order"),
    [("", [1, 2]), ("CUSTOMS TWICE", [1, 1, 2, 2]), ("CUSTOMS SHUFFLE", [2, 1]), ("CUSTOMS LATE", [1, 2])],
)
def test_messages_come_signed_in_order_twice_or_in_the_wrong_order(customs, sandbox, door, words, order):  # noqa: F811
    sandbox.world = replace(sandbox.world, pace=0.3)  # far enough apart for the order to be told
    customs.file(a_filing(words), key="k")
    assert sent(customs, all_messages(sandbox, door[1], len(order))) == order


def test_silent_customs_still_answers_when_asked(customs, sandbox, door):  # noqa: F811
    reference = customs.file(a_filing("CUSTOMS SILENCE"), key="k").customs_reference
    assert told(customs, reference, 2)[-1] == (2, "released")
    sandbox.deliver()
    assert door[1] == []


def codes(carrier, reference, last):
    """The scans of a parcel, once this one was made."""
    patience = time.monotonic() + 10
    while (
        last not in (found := [scan.code for scan in carrier.scans(reference)])
        and time.monotonic() < patience
    ):
        time.sleep(PACE)
    return found


def test_a_held_parcel_waits_at_the_border_until_customs_lets_it_go(customs, carrier):
    booking = carrier.book(a_parcel("CUSTOMS HOLD"), key="p")
    reference = customs.file(a_filing("CUSTOMS HOLD", booking.number), key="k").customs_reference
    carrier.hand_over(booking.carrier_reference)
    assert codes(carrier, booking.carrier_reference, "EME")[-2:] == ["EDB", "EME"]
    time.sleep(3 * PACE)
    assert codes(carrier, booking.carrier_reference, "EME")[-1] == "EME"
    customs.answer(reference, ANSWER, key="a")
    way = codes(carrier, booking.carrier_reference, "EMI")
    assert way[way.index("EDB") :] == ["EDB", "EME", "EDC", "EMF", "EMG", "EDG", "EMI"]


def test_a_refused_parcel_goes_back_to_its_sender(customs, carrier):
    booking = carrier.book(a_parcel("CUSTOMS REFUSE"), key="p")
    customs.file(a_filing("CUSTOMS REFUSE", booking.number), key="k")
    carrier.hand_over(booking.carrier_reference)
    way = codes(carrier, booking.carrier_reference, "EMI")
    assert way[way.index("EDB") :] == ["EDB", "EDX", "EMH", "EMI"]
