"""The door to the journal: balanced, and once per key."""

import pytest

from payments.ledger import Line, Unbalanced
from payments.models import JournalEntry, Payment, Posting
from payments.services.post_entry import post_entry

_LINES = (Line("a", "EUR", 5), Line("b", "EUR", -5))


def test_an_entry_is_posted_once_per_key(new_payment: Payment) -> None:
    for _copy in range(2):
        post_entry(key="k", kind="test", payment=new_payment, lines=_LINES)

    assert JournalEntry.objects.get().key == "k"
    assert list(Posting.objects.values_list("account", "minor")) == [("a", 5), ("b", -5)]


def test_what_does_not_balance_is_not_posted(new_payment: Payment) -> None:
    with pytest.raises(Unbalanced):
        post_entry(key="k", kind="test", payment=new_payment, lines=_LINES[:1])

    assert JournalEntry.objects.count() == 0
