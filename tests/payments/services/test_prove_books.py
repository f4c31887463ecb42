"""The proof of the books: each invariant is broken on purpose and must be reported, and nothing else."""

from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from moneyed import Money

from payments.models import Payment
from payments.services.ask_refund import ask_refund
from payments.services.prove_books import prove_books
from payments.services.refund_payment import refund_payment

_CHECKS = {
    "payments_payment": (
        "payment_amount_positive",
        "payment_authorized_within_amount",
        "payment_captured_within_asked",
        "payment_capture_within_amount",
        "payment_refunded_within_asked",
        "payment_refund_within_captured",
    ),
}


@pytest.fixture
def unguarded(captured: Payment) -> Iterator[Callable[[str], None]]:
    """SQL run behind the back of every guard of the database; rolled back with the test."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET session_replication_role = replica")
            for table, names in _CHECKS.items():
                for name in names:
                    cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        else:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            for table in ("payments_journalentry", "payments_posting"):
                cursor.execute(f"DROP TRIGGER {table}_no_update")
                cursor.execute(f"DROP TRIGGER {table}_no_delete")
        yield cursor.execute
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = origin")
        else:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def _broken() -> dict[str, tuple[str, ...]]:
    return {proof.rule: proof.rows for proof in prove_books() if proof.rows}


def test_books_of_a_whole_life_hold(captured: Payment) -> None:
    refund_payment(ask_refund(payment_id=captured.pk, amount=Money("30", "EUR"), reference="r1"))

    assert _broken() == {}
    assert len(prove_books()) == 10


def test_empty_books_hold(db: None) -> None:
    assert _broken() == {}


@pytest.mark.parametrize(
    ("damage", "rule", "said"),
    [
        (
            "UPDATE payments_posting SET minor = minor + 1 WHERE account = 'duty_payable:DE:Zoll'",
            "every journal entry balances",
            "1 EUR too much",
        ),
        (
            "UPDATE payments_posting SET minor = minor + 1 WHERE account = 'duty_payable:DE:Zoll'",
            "the trial balance is zero",
            "EUR: 1",
        ),
        (
            "DELETE FROM payments_posting",
            "every journal entry balances",
            "0 postings",
        ),
        (
            "UPDATE payments_payment SET captured_minor = 12989",
            "captured money is booked money",
            "captured 12989, booked 12990",
        ),
        (
            "UPDATE payments_payment SET refunded_minor = 100, refund_asked_minor = 100",
            "refunded money is booked money",
            "refunded 100, booked 0",
        ),
        (
            "UPDATE payments_capture SET state = 'asked'",
            "each capture is booked once",
            "booked but not done",
        ),
        (
            (
                "INSERT INTO payments_refund"
                " (payment_id, reference, minor, state, tries, created_at, reason, shares)"
                " SELECT id, 'x', 100, 'done', 0, created_at, '', '[]' FROM payments_payment"
            ),
            "each refund is booked once",
            "done but not booked",
        ),
        (
            "UPDATE payments_payment SET refunded_minor = 20000, refund_asked_minor = 20000",
            "refunded ≤ captured ≤ authorized ≤ amount",
            "captured 12990, released 0, refunded 20000",
        ),
        (
            "UPDATE payments_payment SET authorized_minor = 1",
            "refunded ≤ captured ≤ authorized ≤ amount",
            "authorized 1, captured 12990",
        ),
        (
            "UPDATE payments_paymentallocation SET minor = minor + 1 WHERE account = 'tax_payable'",
            "allocations add up to the amount",
            "amount 12990, allocated 12991",
        ),
        (
            "UPDATE payments_payment SET state = 'voided'",
            "states fit the money",
            "voided with 12990 captured",
        ),
        (
            "UPDATE payments_posting SET minor = -minor",
            "no party is overdrawn",
            "merchant_payable:jiangnan overdrawn by 10000",
        ),
    ],
)
def test_each_broken_invariant_is_reported(
    unguarded: Callable[[str], None], damage: str, rule: str, said: str
) -> None:
    unguarded(damage)

    assert any(said in row for row in _broken()[rule])


def test_a_capture_booked_twice_is_reported(unguarded: Callable[[str], None], captured: Payment) -> None:
    unguarded(
        "INSERT INTO payments_journalentry (key, kind, payment_id, booked_at)"
        " SELECT 'capture:9999', kind, payment_id, booked_at FROM payments_journalentry"
    )
    unguarded(
        "INSERT INTO payments_posting (entry_id, account, currency, minor) SELECT e.id, p.account, p.currency, p.minor"
        " FROM payments_posting p, payments_journalentry e WHERE e.key = 'capture:9999'"
    )

    assert "capture:9999: booked but not done" in _broken()["each capture is booked once"]
    assert any("booked 25980" in row for row in _broken()["captured money is booked money"])


def test_the_command_says_a_line_per_invariant(captured: Payment) -> None:
    out = StringIO()
    call_command("prove_books", stdout=out)

    assert [line[:5] for line in out.getvalue().splitlines()] == ["holds"] * 10


def test_the_command_fails_with_the_rows(unguarded: Callable[[str], None]) -> None:
    unguarded("UPDATE payments_payment SET state = 'voided'")
    out = StringIO()
    with pytest.raises(SystemExit) as exit_:
        call_command("prove_books", stdout=out)

    assert exit_.value.code == 1
    assert "BROKEN  states fit the money" in out.getvalue()
    assert "voided with 12990 captured" in out.getvalue()
