"""The shop's own settings with the floor's addresses beside the shop's, for the servers of the benchmark."""

import os
from pathlib import Path

from shop.settings import *  # noqa: F403
from shop.settings import BASE_DIR, CACHES, TEMPLATES

ROOT_URLCONF = "tests.benchmarks.urls"
TEMPLATES = [{**TEMPLATES[0], "DIRS": [BASE_DIR / "templates", Path(__file__).parent / "templates"]}]
# Both servers share one Redis, but no page: each has its own database.
CACHES = {
    "default": {**CACHES["default"], "KEY_PREFIX": f"bench:{os.environ['DATABASE_URL'].rpartition('/')[2]}"}
}
CELERY_BROKER_URL = "memory://"  # nobody listens; the embedded broker is not what is measured
ALLOWED_HOSTS = ["127.0.0.1"]
FX_MAX_AGE_DAYS = 100_000
