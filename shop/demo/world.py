"""Keeps the demo world turning: the sandbox's clock."""

import requests
import structlog
from django.conf import settings

_log = structlog.get_logger(__name__)


def tick() -> None:
    """Tell the sandbox that time has passed; it then sends the messages that are due."""
    try:
        requests.post(f"{settings.SANDBOX_URL}/tick", timeout=(1, 10))
    except requests.RequestException as error:
        _log.warning("sandbox_unreachable", error=str(error))
