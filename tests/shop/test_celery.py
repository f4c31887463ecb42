"""A broker that is dead or silent costs a request a moment and no order."""

import socket
from time import monotonic

import pytest
from django.conf import settings
from kombu.exceptions import OperationalError

from orders.models import Order
from orders.services.cancel_order import cancel_order
from orders.states import OrderState
from shop.celery import PatientCelery
from shop.celery import app as shop_app
from tests.orders.making import free, make_merchant, make_order, make_reference, make_variant

LONGEST = settings.CELERY_BROKER_TRANSPORT_OPTIONS["socket_timeout"] + 2


def app_with(broker):
    """A Celery application of the shop's kind and settings at another broker."""
    app = PatientCelery("elsewhere", broker=broker, set_as_current=False)
    app.conf.update(
        broker_transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS,
        broker_connection_timeout=settings.CELERY_BROKER_CONNECTION_TIMEOUT,
        task_publish_retry=settings.CELERY_TASK_PUBLISH_RETRY,
    )
    return app


def seconds(app):
    """How long an attempt to send took, which must fail."""
    started = monotonic()
    with pytest.raises(OperationalError):
        app.send_task("orders.tasks.sync_order", (1,))
    return monotonic() - started


@pytest.fixture
def silent_port():
    """A port that accepts connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_dead_broker_is_found_out_at_once():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert seconds(app_with(f"redis://127.0.0.1:{port}/0")) < LONGEST


def test_a_silent_broker_is_waited_for_once(silent_port):
    app = app_with(f"redis://127.0.0.1:{silent_port}/0")
    assert seconds(app) < LONGEST
    assert sum(seconds(app) for _message in range(20)) < 0.5


def test_after_the_quiet_time_the_broker_is_tried_again(monkeypatch):
    app = PatientCelery("elsewhere", broker="memory://", set_as_current=False)
    app._quiet_until = monotonic() + 0.01
    with pytest.raises(OperationalError):
        app.send_task("orders.tasks.sync_order", (1,))
    app._quiet_until = monotonic() - 0.01
    assert app.send_task("orders.tasks.sync_order", (1,)).id


@pytest.fixture
def no_broker(monkeypatch):
    """Messages that cannot be sent; the names of those that somebody tried."""
    tried = []

    def dead(_app, name, *_args, **_kwargs):
        tried.append(name)
        raise OperationalError("connection refused")

    monkeypatch.setattr(PatientCelery, "send_task", dead)
    shop_app.conf.task_always_eager = False
    yield tried
    shop_app.conf.task_always_eager = True


@pytest.mark.django_db
def test_orders_are_placed_and_cancelled_without_a_broker(no_broker, django_capture_on_commit_callbacks):
    make_reference()
    scarf = make_variant(make_merchant())
    with django_capture_on_commit_callbacks(execute=True):
        order = make_order((scarf, 10))
    assert (order.state, free(scarf)) == (OrderState.AWAITING_PAYMENT, 0)
    assert no_broker
    with django_capture_on_commit_callbacks(execute=True):
        cancel_order(order_id=order.pk, actor="guest", reason="")
    assert (Order.objects.get().state, free(scarf)) == (OrderState.CANCELLED, 10)
