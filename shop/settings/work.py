"""Celery: queues, delivery guarantees and the beat table."""

from shop.schedule import BEAT
from shop.settings.database import BROKER
from shop.settings.environment import DATA, env

CELERY_BROKER_URL = BROKER
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# The visibility timeout must exceed the longest task; a killed worker's tasks come back after it.
# A producer in a web request must not hang on a dead or silent broker: one try, briefly; the sweepers find what a lost
# message leaves behind. Without `max_retries` kombu tries again until the connection timeout is over.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "max_retries": 0,
    "socket_connect_timeout": 1,
    "socket_timeout": 3,  # above the second for which a worker waits at an empty queue
    "visibility_timeout": env.int("TASK_VISIBILITY_SECONDS", default=60),
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
}
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ROUTES = {
    f"{app}.*": {"queue": app}
    for app in ("localization", "catalog", "logistics", "payments", "orders", "shop")
}
CELERY_TASK_DEFAULT_QUEUE = "shop"
CELERY_TASK_TIME_LIMIT = 50
CELERY_BEAT_SCHEDULE = BEAT
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA / "beat-schedule")
CELERY_TIMEZONE = "UTC"

EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = str(DATA / "mail")
EMAIL_HOST = env.str("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Causeway <orders@causeway.example>")
