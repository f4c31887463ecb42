"""What a process remembers, and how it learns that it is out of date."""

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as CacheDown

from localization.remembered import Remembered

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    return []


@pytest.fixture
def remembered(loaded):
    def load(key):
        loaded.append(key)
        return f"{key} {len(loaded)}"

    yield (shelf := Remembered("test", load))
    Remembered._all.remove(shelf)


@pytest.fixture
def seconds(monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("localization.remembered.time.monotonic", lambda: clock[0])
    return clock


def test_a_value_is_loaded_once_per_key(remembered, loaded):
    assert [remembered.get("a"), remembered.get("a"), remembered.get("b")] == ["a 1", "a 1", "b 2"]
    assert loaded == ["a", "b"]


def test_forgetting_here_reads_again(remembered, django_capture_on_commit_callbacks):
    remembered.get("a")
    with django_capture_on_commit_callbacks(execute=True):
        remembered.forget()
    assert remembered.get("a") == "a 2"


def test_another_process_learns_of_it_within_five_seconds(remembered, seconds):
    remembered.get("a")
    cache.set("remembered:test", "changed elsewhere", timeout=None)
    seconds[0] += 4.9
    assert remembered.get("a") == "a 1"
    seconds[0] += 0.2
    assert remembered.get("a") == "a 2"


def test_others_are_told_only_after_the_commit(remembered, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        remembered.forget()
    assert cache.get("remembered:test") is None
    callbacks[0]()
    assert cache.get("remembered:test")


def test_a_value_is_read_again_after_a_minute_whatever_the_version(remembered, seconds):
    remembered.get("a")
    for _ in range(15):
        seconds[0] += 4.9
        remembered.get("a")
    assert remembered.get("a") == "a 2"


def test_without_the_shared_cache_values_are_read_again_at_each_look(remembered, seconds, monkeypatch):
    def down(*_args, **_options):
        raise CacheDown

    monkeypatch.setattr("localization.remembered.cache.get", down)
    assert remembered.get("a") == "a 1"
    assert remembered.get("a") == "a 1"
    seconds[0] += 5.1
    assert remembered.get("a") == "a 2"


def test_forgetting_survives_a_cache_that_is_down(
    remembered, monkeypatch, django_capture_on_commit_callbacks
):
    def down(*_args, **_options):
        raise CacheDown

    remembered.get("a")
    monkeypatch.setattr("localization.remembered.cache.set", down)
    with django_capture_on_commit_callbacks(execute=True):
        remembered.forget()
    assert remembered.get("a") == "a 2"


def test_a_loaders_refusal_is_not_remembered(loaded):
    def load(_key):
        loaded.append(1)
        raise LookupError

    shelf = Remembered("refusing", load)
    for _ in range(2):
        with pytest.raises(LookupError):
            shelf.get("a")
    Remembered._all.remove(shelf)
    assert loaded == [1, 1]


def test_a_shelf_holds_sixty_four_keys_and_no_more(remembered, loaded):
    for key in range(65):
        remembered.get(key)
    assert len(remembered._shelf.values) == 1
    assert len(loaded) == 65
