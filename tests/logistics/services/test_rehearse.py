"""Rehearsing a change: its report without its effect."""

import pytest

from logistics.models import HsCorrelation
from logistics.services.rehearse import rehearse

pytestmark = pytest.mark.django_db


def _change():
    HsCorrelation.objects.create(source_edition="HS2022", source_code="621410", source="example")
    return HsCorrelation.objects.count()


def test_a_rehearsed_change_reports_and_leaves_nothing():
    assert rehearse(_change) == 1
    assert not HsCorrelation.objects.exists()


def test_what_a_rehearsed_change_raises_is_passed_on():
    with pytest.raises(ZeroDivisionError):
        rehearse(lambda: 1 // 0)
