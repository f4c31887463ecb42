"""`manage.py run_shop`: the whole shop in one terminal on embedded defaults."""

import os
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from shop.demo.people import LOGINS
from shop.starter.machine import NotReady, any_port, free_port
from shop.starter.preparation import prepare
from shop.starter.processes import Child, Supervisor
from shop.starter.programs import Plan, programs, valkey


class Command(BaseCommand):
    """Prepares the data, then runs broker, sandbox, web, worker and beat until Ctrl-C."""

    help = "Run the whole shop in one terminal: broker, sandbox, web, worker, beat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        try:
            plan = Plan(free_port(options["port"]), any_port(), settings.DATA_DIR, settings.REDIS_URL)
            children = [] if plan.redis_url else [valkey(plan.data, settings.VALKEY_SOCKET)]
        except NotReady as lack:
            raise CommandError(str(lack)) from None
        broker = self._start_broker(children, plan)
        try:
            prepare(settings.BASE_DIR, plan.data, self.stdout.write)
        except BaseException:
            for child in broker:
                if child.process:
                    os.killpg(child.process.pid, signal.SIGTERM)
            raise
        self._greet(plan)
        Supervisor([*broker, *programs(plan)], plan.environment).run()

    def _start_broker(self, children: list[Child], plan: Plan) -> list[Child]:
        """The broker first: preparing the demo may clear caches and announce changes."""
        socket = settings.VALKEY_SOCKET
        for child in children:
            socket.unlink(missing_ok=True)
            child.start(plan.environment)
            while not socket.exists() and not child.dead:
                time.sleep(0.05)
        return children

    def _greet(self, plan: Plan) -> None:
        site = plan.environment["SITE_URL"]
        self.stdout.write(
            self.style.SUCCESS(f"\nCauseway: {site}/   back office: {site}/admin/   (Ctrl-C ends it)")
        )
        for login in LOGINS:
            self.stdout.write(f"  {login.role:20} {login.email:30} {login.password}")
        self.stdout.write(f"  mail goes to {settings.EMAIL_FILE_PATH}\n")
