"""Background work of localization."""

import pytest

from localization import tasks
from localization.outside import Unavailable


def test_the_task_asks_the_service_once(monkeypatch):
    calls = []
    monkeypatch.setattr("localization.tasks.service.fetch_rates", lambda: calls.append(1))
    tasks.fetch_rates()
    assert calls == [1]


def test_the_task_is_repeated_only_when_the_source_is_unavailable():
    assert tasks.fetch_rates.autoretry_for == (Unavailable,)
    assert tasks.fetch_rates.name == "localization.tasks.fetch_rates"


def test_another_failure_is_not_hidden(monkeypatch):
    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr("localization.tasks.service.fetch_rates", broken)
    with pytest.raises(ZeroDivisionError):
        tasks.fetch_rates()
