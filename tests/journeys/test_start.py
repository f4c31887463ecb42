"""What `make run` promises: a second start without preparing, a clear word about a busy port, whole restarts and a whole end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from shop.starter.preparation import STEPS
from tests.browser.running_shop import ROOT, RunningShop, run
from tests.journeys.processes import alive, family, kill, program, wait_for


def test_a_second_start_prepares_nothing_and_ctrl_c_leaves_nothing_behind(frail_shop: RunningShop):
    frail_shop.stop()
    again = run(frail_shop.data, frail_shop.environment)
    said = (again.data / "log.txt").read_text()
    assert "Causeway: http" in said
    assert [sentence for sentence, _ in STEPS if sentence in said] == []
    started = family(again.process.pid)
    assert len(started) >= 4
    again.process.send_signal(signal.SIGINT)
    assert again.process.wait(30) == 0
    wait_for(lambda: not any(alive(pid) for pid in started), seconds=10, why="every process to end")
    fresh = run(frail_shop.data, frail_shop.environment)
    frail_shop.url, frail_shop.process = fresh.url, fresh.process


def test_every_killed_program_is_started_again(frail_shop: RunningShop):
    for name in ("beat", "sandbox", "web", "worker"):
        wait_for(lambda name=name: program(frail_shop, name), why=name)
        dead = kill(frail_shop, name)
        wait_for(lambda name=name, dead=dead: program(frail_shop, name) not in {0, dead}, why=f"{name} again")
        assert not alive(dead)


def test_a_busy_port_is_named_with_the_way_out(frail_shop: RunningShop, tmp_path: Path):
    port = frail_shop.url.rpartition(":")[2]
    said = subprocess.run(
        [sys.executable, "manage.py", "run_shop", "--port", port],
        cwd=ROOT,
        env={**os.environ, "DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "shop.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode != 0
    assert f"Port {port} is in use" in said.stderr
    assert f"make run PORT={int(port) + 1}" in said.stderr
    assert "Traceback" not in said.stderr
