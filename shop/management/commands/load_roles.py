"""`manage.py load_roles`: the back office's groups and what they may do."""

from typing import Any

from django.core.management.base import BaseCommand

from shop.backoffice.roles import set_up_roles


class Command(BaseCommand):
    """Idempotent; part of every deployment."""

    help = "Make or correct the back office's groups."

    def handle(self, *args: Any, **options: Any) -> None:
        group = set_up_roles()
        self.stdout.write(f"{group.name}: {group.permissions.count()} permissions")
