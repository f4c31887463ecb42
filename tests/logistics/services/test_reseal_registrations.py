"""A changed key reaches every registration."""

from datetime import date

import pytest

from localization.sealed import CannotUnseal, new_key
from logistics.models import Registration
from logistics.selectors.registrations import registrations_on
from logistics.services.load_registrations import load_registrations
from logistics.services.reseal_registrations import reseal_registrations

pytestmark = pytest.mark.django_db


def test_after_resealing_the_old_key_is_not_needed(settings):
    settings.REGISTRATIONS = {"IOSS": "IM2760000158"}
    old, new = new_key(), new_key()
    settings.FIELD_KEYS = [old]
    load_registrations()
    settings.FIELD_KEYS = [new, old]
    assert reseal_registrations() == 1
    settings.FIELD_KEYS = [new]
    assert registrations_on(date(2026, 11, 22)) == {"IOSS": "IM2760000158"}


def test_a_missing_key_changes_nothing(settings):
    settings.REGISTRATIONS = {"IOSS": "IM2760000158"}
    load_registrations()
    before = Registration.objects.get().number
    settings.FIELD_KEYS = [new_key()]
    with pytest.raises(CannotUnseal):
        reseal_registrations()
    assert Registration.objects.get().number == before
