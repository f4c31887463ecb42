"""Trying a write in a form's check, so that a service's refusal is shown beside the field it is about."""

from collections.abc import Callable

from django.db import transaction


def tried(write: Callable[[], object]) -> None:
    """Run `write` and take back all it did, also its news. Raises the Refusal it raises."""
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
