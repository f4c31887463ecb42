"""Registrations in the back office: added by a form, ended by a button, never shown in full."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.urls import reverse

from localization import clock
from logistics.models import Registration
from logistics.selectors.registrations import registrations_on

pytestmark = pytest.mark.django_db
LIST, ADD = "admin:logistics_registration_changelist", "admin:logistics_registration_add"
TYPED = {
    "code": "IOSS",
    "holder": "",
    "number": "IM2760000158",
    "authority": "",
    "valid_from": "2026-01-01",
    "valid_to": "",
}


@pytest.fixture
def operator(client):
    """A browser with an operator signed in."""
    client.force_login(get_user_model().objects.create_superuser("operator@causeway.test", "secret"))
    return client


def test_a_typed_registration_is_kept_sealed_and_shown_masked(operator):
    assert operator.post(reverse(ADD), TYPED).status_code == 302
    row = Registration.objects.get()
    assert (row.shown, row.added_by) == ("IM•••••••158", "operator@causeway.test")
    assert registrations_on(date(2026, 11, 22)) == {"IOSS": "IM2760000158"}
    pages = (reverse(LIST), reverse("admin:logistics_registration_change", args=[row.pk]))
    for page in pages:
        text = operator.get(page).content.decode()
        assert "IM•••••••158" in text
        assert "2760000158" not in text
        assert row.number not in text
    assert "2760000158" not in "".join(f"{e.object_repr} {e.change_message}" for e in LogEntry.objects.all())


def test_a_wrong_number_is_told_beside_its_field(operator):
    answer = operator.post(reverse(ADD), {**TYPED, "number": "IM9990000159"})
    assert answer.status_code == 200
    assert "One looks like IM2760000158." in answer.content.decode()
    assert Registration.objects.count() == 0


def test_an_overlap_is_said_on_top(operator):
    operator.post(reverse(ADD), TYPED)
    answer = operator.post(reverse(ADD), {**TYPED, "valid_from": "2026-02-01"}, follow=True)
    assert "There is a registration of the scheme IOSS from 2026-01-01 already." in answer.content.decode()
    assert Registration.objects.count() == 1


def test_the_button_ends_a_registration_today(operator):
    operator.post(reverse(ADD), TYPED)
    row = Registration.objects.get()
    press = {"action": "end_today", "_selected_action": [row.pk]}
    answer = operator.post(reverse(LIST), press, follow=True)
    assert "IOSS IM•••••••158 ends today." in answer.content.decode()
    row.refresh_from_db()
    assert (row.valid_to, row.ended_by) == (clock.today(), "operator@causeway.test")
    again = operator.post(reverse(LIST), press, follow=True)
    assert "This registration has ended already." in again.content.decode()
