"""What every test stands on: a private data folder, quick hashing, an in-process cache and Celery run on the spot."""

import os
import tempfile

os.environ.setdefault("DATA", tempfile.mkdtemp(prefix="causeway-tests-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
os.environ.setdefault("SECRET_KEY", "tests-only")
