"""Accounts of the books in the reader's words."""

from typing import get_args

from payments.labels import ACCOUNTS, account_label
from payments.values import Account


def test_an_account_is_named_with_its_party():
    assert account_label("duty_payable:DE:Zoll") == "Duty payable: DE:Zoll"


def test_an_account_without_a_party_is_named_alone():
    assert account_label("fee_payable") == "Fee payable"


def test_an_unknown_account_keeps_its_name():
    assert account_label("suspense:x") == "suspense: x"


def test_every_account_of_the_books_has_a_name():
    assert set(ACCOUNTS) == {*get_args(Account), "gateway_receivable"}
