"""Structured logs, one JSON object per line in production, with the request id that follows into Celery."""

from typing import Any

import structlog

from localization.card_numbers import without_card_numbers
from shop.settings.environment import EMBEDDED, env

DJANGO_STRUCTLOG_CELERY_ENABLED = True
# A proxy of ours may name the request; a stranger may not.
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = env.bool("BEHIND_PROXY", default=False)


def _masked(_logger: Any, _method: str, event: Any) -> Any:
    """No card number that somebody typed into a search or an address line stays in a log."""
    return {
        key: without_card_numbers(value) if isinstance(value, str) else value for key, value in event.items()
    }


_shared: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_renderer: Any = (
    structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    if EMBEDDED
    else structlog.processors.JSONRenderer()
)

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_shared,
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _masked,
                _renderer,
            ],
            "foreign_pre_chain": _shared,
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {
        "handlers": ["console"],
        "level": env.str("LOG_LEVEL", default="WARNING" if EMBEDDED else "INFO"),
    },
}
