"""The project's settings as tests need them: a private data folder, quick hashing, tasks run on the spot."""

import os
import tempfile

os.environ.setdefault("DATA", tempfile.mkdtemp(prefix="causeway-tests-"))
os.environ.setdefault("SECRET_KEY", "only-for-tests")

from shop.settings import *  # noqa: F403
from shop.settings import DATABASES, INSTALLED_APPS, REDIS_URL, STATIC_ROOT, STORAGES

INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CUSTOMS = {}  # a test that speaks to customs says so: `tests.logistics.desk`
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
FX_MAX_AGE_DAYS = 100_000
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SECURE_SSL_REDIRECT = False

if not REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Threads of one test must meet in one file; an in-memory database cannot show a lock.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["DATA"], f"test-{os.getpid()}.sqlite3")}
os.makedirs(STATIC_ROOT, exist_ok=True)  # whitenoise warns of a missing folder at every client
