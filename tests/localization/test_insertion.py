"""Rows stored by one statement each time, as the ORM would have stored them."""

import pytest
from django.db import IntegrityError, transaction

from localization.insertion import insert, insert_unless_there
from payments.models import Payment, PaymentAllocation
from tests.catalog.making import NOON

pytestmark = pytest.mark.django_db


def payment(**changes):
    columns = {
        "key": "one",
        "reference": "CW-1",
        "gateway": "sandbox",
        "currency": "EUR",
        "amount_minor": 150,
        "language": "de",
        "return_url": "https://shop.example/",
        "created_at": NOON,
    }
    return Payment(**{**columns, **changes})


def test_a_row_is_stored_as_the_orm_would(django_assert_num_queries):
    fresh, usual = payment(), payment(key="two")
    with django_assert_num_queries(1):
        insert([fresh])
    usual.save()
    stored = [{**row, "id": 0, "key": ""} for row in Payment.objects.order_by("pk").values()]
    assert stored[0] == stored[1]
    assert Payment.objects.get(key="one").pk == fresh.pk


def test_each_of_several_rows_knows_its_own_id(django_assert_num_queries):
    whole = payment()
    insert([whole])
    parts = [PaymentAllocation(payment=whole, account="tax", party=str(n), minor=n) for n in (1, 2, 3)]
    with django_assert_num_queries(1):
        insert(parts)
    assert {row.pk: row.minor for row in PaymentAllocation.objects.all()} == {
        row.pk: row.minor for row in parts
    }


def test_a_stored_row_can_be_changed_and_saved_like_any_other():
    fresh = payment()
    insert([fresh])
    fresh.description = "changed"
    fresh.save()
    assert Payment.objects.get().description == "changed"


def test_no_rows_take_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert([])


def test_constraints_hold():
    with pytest.raises(IntegrityError), transaction.atomic():
        insert([payment(amount_minor=0)])
    assert not Payment.objects.exists()


def test_a_row_that_is_there_is_left_alone_and_the_transaction_goes_on():
    assert insert_unless_there(payment(), unique="key")
    second = payment(amount_minor=999)
    assert not insert_unless_there(second, unique="key")
    assert second.pk is None
    assert Payment.objects.get().amount_minor == 150
