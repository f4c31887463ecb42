"""The database itself keeps the journal insert-only and, on PostgreSQL, balanced."""

import pytest
from django.db import DatabaseError, connection, transaction

from localization import clock
from payments.models import JournalEntry, Payment, Posting

_TABLES = ("payments_journalentry", "payments_posting")


def _run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", _TABLES)
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_journal_refuses_update_and_delete(captured: Payment, table: str, verb: str) -> None:
    with pytest.raises(DatabaseError, match="insert-only"):
        _run(verb.format(table))

    assert (JournalEntry.objects.count(), Posting.objects.count()) == (1, 4)


def test_not_even_our_own_models_can_change_it(captured: Payment) -> None:
    posting = Posting.objects.first()
    assert posting is not None
    posting.minor += 1
    with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic():
        posting.save()

    assert Posting.objects.get(pk=posting.pk).minor == posting.minor - 1


@transaction.atomic
def _book(payment: Payment, lines: tuple[tuple[str, int], ...]) -> None:
    entry = JournalEntry.objects.create(key="bad", kind="test", payment=payment, booked_at=clock.now())
    for code, minor in lines:
        Posting.objects.create(entry=entry, account="a", currency=code, minor=minor)
    _run("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "lines",
    [(), (("EUR", 5),), (("EUR", 5), ("EUR", -4)), (("EUR", 5), ("USD", -5))],
    ids=["none", "one", "a cent short", "two currencies"],
)
def test_postgresql_refuses_an_entry_that_does_not_balance(
    new_payment: Payment, lines: tuple[tuple[str, int], ...]
) -> None:
    with pytest.raises(DatabaseError, match=r"does not balance|has no postings"):
        _book(new_payment, lines)

    assert JournalEntry.objects.count() == 0


@pytest.mark.postgresql
def test_postgresql_takes_an_entry_that_balances(new_payment: Payment) -> None:
    _book(new_payment, (("EUR", 5), ("EUR", -5), ("USD", 1), ("USD", -1)))

    assert Posting.objects.count() == 4
