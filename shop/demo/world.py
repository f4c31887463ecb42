"""Keeps the demo world turning: the sandbox's clock, and a stand-in for merchants who hand their parcels over."""

from datetime import timedelta

import requests
import structlog
from django.conf import settings

from localization import clock
from localization.refusals import Refusal
from orders.selectors.waiting import parcels_to_dispatch
from orders.services.dispatch_parcel import dispatch_parcel

_log = structlog.get_logger(__name__)
ACTOR = "demo merchant"


def tick() -> None:
    """Tell the sandbox that time has passed; it then sends the messages that are due. Without a sandbox nothing happens."""
    if not settings.SANDBOX_ENABLED:
        return
    try:
        requests.post(f"{settings.SANDBOX_URL}/tick", timeout=(1, 10))
    except requests.RequestException as error:
        _log.warning("sandbox_unreachable", error=str(error))


def dispatch_waiting() -> int:
    """Hand over what was confirmed more than DEMO_DISPATCH_SECONDS ago (0: merchants do it themselves); says how many."""
    if not (settings.SANDBOX_ENABLED and settings.DEMO_DISPATCH_SECONDS):
        return 0
    before = clock.now() - timedelta(seconds=settings.DEMO_DISPATCH_SECONDS)
    return sum(_dispatched(parcel_id) for parcel_id in parcels_to_dispatch(confirmed_before=before))


def _dispatched(parcel_id: int) -> int:
    """1, or 0 where the merchant or another worker was faster."""
    try:
        dispatch_parcel(parcel_id=parcel_id, actor=ACTOR)
    except Refusal as no:
        _log.info("demo_dispatch_refused", parcel=parcel_id, code=no.code)
        return 0
    return 1
