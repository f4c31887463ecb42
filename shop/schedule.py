"""What runs by the clock: one row per job, each with the sentence that says why."""

from typing import Any

BEAT: dict[str, dict[str, Any]] = {}
