"""A shop whose markets are not loaded yet says so and does not break."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_root_asks_to_come_back_later(client):
    answer = client.get("/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/nowhere/", 'lang="ar" dir="rtl"'),
        ("/xx/ja/", 'lang="ja" dir="ltr"'),
        ("/de/de/", 'lang="de" dir="ltr"'),
    ],
)
def test_an_unknown_page_is_a_plain_404_in_the_language_of_the_path_or_else_of_the_browser(
    client, path, written
):
    answer = client.get(path, headers={"Accept-Language": "ar"})
    assert answer.status_code == 404
    assert f"<html {written}>" in answer.content.decode()


def test_a_form_without_its_token_is_a_plain_403():
    assert Client(enforce_csrf_checks=True).post("/account/login/").status_code == 403
