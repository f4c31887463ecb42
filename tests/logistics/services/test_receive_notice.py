"""Receiving: what is proven is stored once, word for word; what is not has no effect."""

import pytest

from localization.outside import BadSignature
from logistics.customs.registry import UnknownOffice
from logistics.models import CustomsNotification
from logistics.services.receive_notice import receive_notice
from tests.logistics.desk import DESK, told
from tests.logistics.parcels import signed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _desk(settings):
    settings.CUSTOMS = DESK


def test_a_message_is_stored_as_it_came_and_announced(django_capture_on_commit_callbacks):
    message = signed(told("accepted", 1))
    with django_capture_on_commit_callbacks() as announced:
        receive_notice(office="sandbox", **message)
    stored = CustomsNotification.objects.get()
    assert bytes(stored.body) == message["body"]
    assert (stored.office, stored.event_id, stored.outcome) == ("sandbox", "sd_1-1", "stored")
    assert len(announced) == 1


def test_a_copy_is_stored_once_and_announced_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as announced:
        first = receive_notice(office="sandbox", **signed(told("accepted", 1)))
        second = receive_notice(office="sandbox", **signed(told("accepted", 1)))
    assert first == second
    assert CustomsNotification.objects.count() == len(announced) == 1


def test_a_forged_message_has_no_effect():
    with pytest.raises(BadSignature):
        receive_notice(office="sandbox", **signed(told("released", 1), secret="forged"))
    assert not CustomsNotification.objects.exists()


def test_an_unknown_office_is_refused():
    with pytest.raises(UnknownOffice):
        receive_notice(office="nowhere", **signed(told("released", 1)))


def test_what_cannot_be_read_is_stored_for_a_person(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as announced:
        receive_notice(office="sandbox", **signed(b"[]"))
    assert CustomsNotification.objects.get().outcome == "unreadable"
    assert announced == []
