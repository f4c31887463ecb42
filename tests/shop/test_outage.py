"""While the database or the cache is out of reach the answer is 503 with a time to come back, never a bare 500."""

import pytest
from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import path
from redis.exceptions import ConnectionError as RedisGone

import shop.urls
from orders.selectors import order_view

FAILURES = {"database": OperationalError, "connection": InterfaceError, "cache": RedisGone, "bug": KeyError}


def _failing(_request, what):
    raise FAILURES[what]("canceling statement due to lock timeout")


class Doors:
    """The shop's own doors and one that fails as asked."""

    urlpatterns = [
        path("fails/<str:what>/", _failing),
        path("ae/ar/fails/<str:what>/", _failing),
        path("api/v1/fails/<str:what>/", _failing),
        *shop.urls.urlpatterns,
    ]
    handler500 = shop.urls.handler500


@pytest.fixture
def patient(settings):
    """A client that gets to see what a visitor sees."""
    settings.ROOT_URLCONF = Doors
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("what", ["database", "connection", "cache"])
def test_what_passes_by_itself_is_said_so(patient, what):
    answer = patient.get(f"/fails/{what}/")
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
    assert "lock timeout" not in answer.content.decode()
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_the_api_says_it_as_a_problem(patient):
    answer = patient.get("/api/v1/fails/database/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:causeway:problem:unavailable"


def test_a_fault_of_ours_stays_a_fault(patient):
    answer = patient.get("/fails/bug/")
    assert (answer.status_code, "Retry-After" in answer) == (500, False)


@pytest.mark.parametrize(("what", "heading"), [("bug", "Etwas ist"), ("database", "Einen Moment")])
def test_the_page_speaks_the_visitors_language_without_a_database(patient, what, heading):
    answer = patient.get(f"/fails/{what}/", headers={"accept-language": "de"}).content.decode()
    assert '<html lang="de" dir="ltr">' in answer
    assert heading in answer


@pytest.mark.django_db
def test_the_page_speaks_the_language_of_the_path(patient):
    answer = patient.get("/ae/ar/fails/bug/", headers={"accept-language": "de"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in answer


def test_the_api_names_a_fault_of_ours_in_the_callers_language(patient):
    answer = patient.get("/api/v1/fails/bug/", headers={"accept-language": "fr"})
    assert answer.status_code == 500
    assert answer.json() == {
        "type": "urn:causeway:problem:failed",
        "title": "Un incident est survenu de notre côté",
        "status": 500,
    }


@pytest.mark.django_db
def test_an_api_view_whose_query_times_out_answers_503(patient, monkeypatch):
    def slow(*_args):
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr(order_view.Order.objects, "select_related", slow)
    assert patient.get("/api/v1/tracking/abcdefghijkl/").status_code == 503


@pytest.mark.django_db
def test_sign_in_fails_closed_without_the_counter_of_tries(patient, monkeypatch, django_user_model):
    django_user_model.objects.create_user("ada@example.com", "a-long-password")

    def gone(*_args, **_kwargs):
        raise RedisGone("connection refused")

    for method in ("get", "add", "set", "incr"):
        monkeypatch.setattr(cache, method, gone)
    answer = patient.post("/account/login/", {"login": "ada@example.com", "password": "a-long-password"})
    assert answer.status_code == 503
    assert "_auth_user_id" not in patient.session
