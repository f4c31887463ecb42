"""`manage.py prove_books`: exit code 0 with one line per invariant, or 1 with the rows that break one."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from payments.services.prove_books import prove_books


class Command(BaseCommand):
    """Proves that the books hold."""

    help = "Proves every invariant of the books; exits 1 with the rows that break one."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print a line per invariant, and below a broken one its rows."""
        proofs = prove_books()
        for proof in proofs:
            self.stdout.write(f"{'BROKEN' if proof.rows else 'holds '}  {proof.rule}")
            for row in proof.rows:
                self.stdout.write(f"        {row}")
        if any(proof.rows for proof in proofs):
            sys.exit(1)
