"""The probes answer, the media door serves pictures and nothing else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from localization.services.load_markets import load_markets


@pytest.fixture
def markets(db):
    """The page that says "nothing here" leads to the first page of a market."""
    load_markets()


def test_alive_needs_no_database(client):
    assert client.get("/healthz").content == b"ok"


@pytest.mark.django_db
def test_ready_asks_database_and_cache(client):
    # In a thread of its own: the view is asynchronous, and a browser test may have left its loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as pool:
        assert pool.submit(_status, client, "/readyz").result() == 200


def _status(client, path):
    try:
        return client.get(path).status_code
    finally:
        connections.close_all()


def test_a_picture_may_be_kept_for_ever(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "a.webp").write_bytes(b"RIFF")
    response = client.get("/media/a.webp")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.usefixtures("markets")
@pytest.mark.parametrize("path", ["", "../db.sqlite3", "%2e%2e/db.sqlite3", "missing.webp", "a" * 300])
def test_the_media_door_lists_and_leaks_nothing(client, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media").mkdir()
    (tmp_path / "db.sqlite3").write_text("secret")
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.usefixtures("markets")
@pytest.mark.parametrize("path", ["/.git/config", "/.env", "/var/db.sqlite3"])
def test_nothing_of_the_machine_is_served(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.usefixtures("markets")
@pytest.mark.parametrize("host", ["evil.example", "localhost@evil.example", "localhost/x", "a b"])
def test_a_host_that_is_not_ours_is_refused(client, host):
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


@pytest.mark.usefixtures("markets")
def test_a_host_that_a_visitor_forwards_is_not_believed(client):
    answer = client.get("/account/login/", headers={"X-Forwarded-Host": "evil.example"})
    assert answer.status_code == 200
    assert "evil" not in answer.content.decode()
