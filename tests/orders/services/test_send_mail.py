"""Letters: in the buyer's language, with the arithmetic and the link, once."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from localization import clock
from orders.models import Order, OrderMail
from orders.services.cancel_order import cancel_order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.send_mail import send_mail
from tests.orders.making import make_order
from tests.orders.outside import pay

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_confirmation_explains_the_price_and_links_to_the_order(scarf):
    order = make_order((scarf, 2))
    pay(order)
    (letter,) = mail.outbox
    assert letter.to == ["ada@example.com"]
    assert order.number in letter.subject
    assert f"http://localhost:8000/de/de/order/{order.token}/" in letter.body
    for part in (
        "2 × Schal SCARF: 75,90\xa0€",
        "Zoll (DE)",
        "3,00\xa0€",
        "15,83\xa0€",
        "102,13\xa0€",
        "19\xa0%",
    ):
        assert part in letter.body
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    assert order.token in html
    assert 'lang="de" dir="ltr"' in html


def test_the_dispatch_letter_names_the_parcel_number(scarf):
    order = make_order((scarf, 1), language="ar")
    pay(order)
    dispatch_parcel(parcel_id=order.parcels.get().pk, actor="mei")
    letter = mail.outbox[-1]
    assert "LX0000" in letter.body
    assert 'dir="rtl"' in letter.alternatives[0][0]
    assert list(order.mails.values_list("kind", flat=True)) == ["order_confirmed", "order_dispatched"]


def test_the_cancellation_is_told(scarf):
    order = make_order((scarf, 1))
    cancel_order(order_id=order.pk, actor="buyer", reason="")
    assert [letter.to for letter in mail.outbox] == [["ada@example.com"]]
    assert order.mails.get().sent_at is not None


def test_a_letter_is_sent_once(scarf):
    order = make_order((scarf, 1))
    pay(order)
    send_mail(order.mails.get().pk)
    assert len(mail.outbox) == 1


def test_a_letter_that_somebody_is_sending_is_left_alone_for_five_minutes(scarf):
    order = make_order((scarf, 1))
    row = OrderMail.objects.create(
        order=order, kind="order_confirmed", asked_at=clock.now(), claimed_at=clock.now()
    )
    send_mail(row.pk)
    assert mail.outbox == []
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        send_mail(row.pk)
    assert len(mail.outbox) == 1


def test_a_letter_the_server_did_not_take_is_free_again(scarf, settings):
    order = make_order((scarf, 1))
    row = OrderMail.objects.create(order=order, kind="order_confirmed", asked_at=clock.now())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(OSError, match="refused"):
        send_mail(row.pk)
    row.refresh_from_db()
    assert (row.claimed_at, row.sent_at) == (None, None)


def test_a_name_with_markup_stays_text(scarf):
    order = make_order((scarf, 1))
    Order.objects.filter(pk=order.pk).update(address={**order.address, "name": "<b>Ada</b>"})
    pay(order)
    html = mail.outbox[0].alternatives[0][0]
    assert "<b>Ada</b>" not in html
    assert "&lt;b&gt;Ada&lt;/b&gt;" in html
