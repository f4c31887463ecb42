"""The production shape without Docker: the image's and the compose file's own commands on PostgreSQL and Redis."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from localization.outside import sign
from localization.sealed import new_key
from shop.starter.machine import any_port
from tests.browser.running_shop import ROOT, give_back, own_database, own_redis

pytestmark = [pytest.mark.postgresql, pytest.mark.redis, pytest.mark.xdist_group("production")]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
BIN = Path(sys.executable).parent
SECRET = "a-secret-of-the-rehearsal"
_OF_TESTS = {"DJANGO_SETTINGS_MODULE", "DATA", "SECRET_KEY", "DJANGO_ALLOW_ASYNC_UNSAFE"}

_PAYMENT = {
    "id": "pay_of_nobody",
    "status": "authorized",
    "reference": "CW-NONE",
    "currency": "EUR",
    "amount_minor": 100,
    "authorized_minor": 100,
    "captures": [],
    "refunds": [],
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """What .env.example asks for, filled in."""
    data = tmp_path_factory.mktemp("production")
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text().splitlines()
        if "=" in line and not line.startswith("#")
    )
    kept = {k: v for k, v in os.environ.items() if k not in _OF_TESTS}
    filled_in = {
        **kept,
        **example,
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "CAUSEWAY_EMBEDDED": "false",
        "SECRET_KEY": "a-key-of-the-rehearsal-0123456789-abcdefghijklmnopqrstuvwxyz",
        "FIELD_KEYS": new_key(),
        "OPERATOR_NAME": "Causeway Rehearsal Ltd",
        "OPERATOR_ADDRESS": "1 Harbour Road, Dublin",
        "OPERATOR_EMAIL": "desk@shop.example.com",
        "ALLOWED_HOSTS": "shop.example.com",
        "DATABASE_URL": own_database(os.environ["DATABASE_URL"], f"production_shape_{os.getpid()}"),
        "REDIS_URL": own_redis(os.environ["REDIS_URL"]),
        "DATA": str(data),
        "STATIC_ROOT": str(data / "static"),
        "MEDIA_ROOT": str(data / "media"),
        "SANDBOX_ENABLED": "true",
        "SANDBOX_SECRETS": SECRET,
        "FX_MAX_AGE_DAYS": "100000",
        "PORT": str(any_port()),
    }
    yield filled_in
    give_back(filled_in)


@pytest.fixture(scope="module")
def processes(environment):
    """Migrate first, then web, worker and beat by the very commands of Dockerfile and compose file."""
    data = Path(environment["DATA"])
    _run([sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"], environment)
    _run(COMPOSE["services"]["migrate"]["command"], environment)
    commands = {
        "web": [part.replace("8000", environment["PORT"]) for part in _image_command()],
        "worker": COMPOSE["services"]["worker"]["command"],
        "beat": [part.replace("/data/", f"{data}/") for part in COMPOSE["services"]["beat"]["command"]],
    }
    running = {}
    for name, command in commands.items():
        log = (data / f"{name}.log").open("wb")
        running[name] = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    _wait(lambda: _get(environment, "/readyz").status == 200)
    yield running
    for process in running.values():
        process.send_signal(signal.SIGTERM)
    for process in running.values():
        process.wait(30)


def test_web_is_alive_and_ready(processes, environment):
    assert _get(environment, "/healthz").read() == b"ok"
    assert _get(environment, "/readyz").status == 200


def test_static_files_carry_their_digest_and_may_be_kept(processes, environment):
    page = _get(environment, "/de/de/").read().decode()
    stylesheet = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page)
    assert stylesheet
    assert "immutable" in _get(environment, stylesheet.group(1)).headers["Cache-Control"]


def test_another_host_name_is_refused(processes, environment):
    with pytest.raises(urllib.error.HTTPError) as refused:
        _get(environment, "/healthz", host="evil.example")
    assert refused.value.code == 400


def test_a_request_id_follows_the_work_into_the_worker(processes, environment):
    body = json.dumps({"event_id": "evt_shape", "type": "payment.authorized", "payment": _PAYMENT}).encode()
    headers = {
        "Causeway-Signature": sign(SECRET, body, int(time.time())),
        "X-Request-ID": "request-of-this-test",
    }
    assert _get(environment, "/webhooks/payments/sandbox/", body=body, headers=headers).status in {200, 202}
    log = Path(environment["DATA"]) / "worker.log"
    _wait(lambda: "request-of-this-test" in log.read_text())
    line = next(json.loads(row) for row in log.read_text().splitlines() if "request-of-this-test" in row)
    assert line["request_id"] == "request-of-this-test"


def test_the_deploy_check_finds_nothing_without_the_sandbox(environment):
    without = {**environment, "SANDBOX_ENABLED": "false"}
    _run([sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], without)


def test_the_sandbox_is_refused_by_the_deploy_check(environment):
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1
    assert "shop.E001" in checked.stderr


def test_the_worker_listens_to_every_queue():
    queues = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}
    command = COMPOSE["services"]["worker"]["command"]
    assert set(command[command.index("-Q") + 1].split(",")) == queues


def _image_command():
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", "")
    return json.loads(re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)[-1])


def _run(command, environment):
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"


def _get(environment, path, *, host="shop.example.com", body=None, headers=()):
    request = urllib.request.Request(
        f"http://127.0.0.1:{environment['PORT']}{path}",
        data=body,
        headers={
            "Host": host,
            "X-Forwarded-Proto": "https",
            "Content-Type": "application/json",
            **dict(headers),
        },
    )
    return urllib.request.urlopen(request, timeout=10)


def _wait(truth, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if truth():
                return
        except (OSError, urllib.error.URLError):
            pass
        time.sleep(0.2)
    raise AssertionError("waited in vain")
