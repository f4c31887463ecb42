"""Tells what a change would answer, without making it."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

Report = TypeVar("Report")


def rehearse(change: Callable[[], Report]) -> Report:
    """The report of a change that is taken back before anybody sees it. What the change raises is passed on."""
    with transaction.atomic():
        report = change()
        transaction.set_rollback(True)
    return report
