"""What every test stands on: markers that know which real parts are at hand, a clean cache and no network."""

import os
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from localization.remembered import Remembered
from tests.journal_flush import flushable_journal  # noqa: F401  # a fixture every database test stands on

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the test's own thread


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a server this run does not have."""
    on_postgresql = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    missing = {
        "postgresql": None if on_postgresql else "needs DATABASE_URL to name a PostgreSQL server",
        "redis": None if settings.REDIS_URL else "needs REDIS_URL to name a Redis server",
        "browser": None if os.path.exists("/usr/bin/chromium") else "needs Chromium",
    }
    for item in items:
        for marker, reason in missing.items():
            if reason and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    """No test sees what another one cached, nor speaks the language it spoke."""
    Remembered.forget_all_here()
    translation.activate(settings.LANGUAGE_CODE)
    if settings.REDIS_URL:
        # Other test processes use the same server: flushing it would empty theirs.
        cache.key_prefix = f"test-{uuid4()}"
    else:
        cache.clear()
