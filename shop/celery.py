"""The Celery application; its settings are Django's, its tasks live in each app's `tasks` module."""

import os
from time import monotonic
from typing import Any

from celery import Celery
from django_structlog.celery.steps import DjangoStructLogInitStep
from kombu.exceptions import OperationalError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")

_QUIET_SECONDS = 5.0


class PatientCelery(Celery):
    """Celery that does not let one request wait for a dead broker once per message.

    After a message that could not be sent no other is tried for five seconds. Nothing is lost by that: every wish
    stands in the database, and the sweepers find those that no message spoke of.
    """

    _quiet_until = 0.0

    def send_task(self, *args: Any, **kwargs: Any) -> Any:
        """As Celery does. Raises kombu's OperationalError, at once while the broker is known to be away."""
        if monotonic() < self._quiet_until:
            raise OperationalError("the broker did not answer a moment ago")
        try:
            return super().send_task(*args, **kwargs)
        except OperationalError:
            self._quiet_until = monotonic() + _QUIET_SECONDS
            raise


app = PatientCelery("causeway")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()
