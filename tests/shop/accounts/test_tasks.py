"""What accounts do by the clock."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from localization import clock
from shop.accounts.tasks import clear_sessions


@pytest.mark.django_db
def test_a_session_that_is_over_goes_and_one_that_is_not_stays():
    now = clock.now()
    for key, ends in (("over", now - timedelta(minutes=1)), ("open", now + timedelta(minutes=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
    clear_sessions.delay()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]
