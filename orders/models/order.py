"""Orders, their moves, their payments, and the keys they were placed with."""

from typing import ClassVar

from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from djmoney.models.fields import MoneyField

from localization.lifecycle import HistoryRow, known_state
from orders.models.cart import new_token
from orders.states import MOVES, OrderState


class Order(models.Model):
    """A purchase exactly as its quote said. `token` opens it to whoever holds the link; only `move_to` writes `state`."""

    MOVES = MOVES
    objects: ClassVar[models.Manager["Order"]] = models.Manager()

    number = models.CharField(_("order number"), max_length=16, unique=True)
    token = models.CharField(_("access token"), max_length=32, unique=True, default=new_token, editable=False)
    state = models.CharField(
        _("state"), max_length=32, choices=OrderState.choices, default=OrderState.AWAITING_PAYMENT
    )
    quote = models.OneToOneField(
        "orders.Quote", models.PROTECT, related_name="order", verbose_name=_("quote")
    )
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("customer"),
    )
    email = models.EmailField(_("e-mail address"))
    market = models.CharField(_("market"), max_length=8)
    language = models.CharField(_("language"), max_length=8)
    country = models.CharField(_("country"), max_length=2)
    address = models.JSONField(_("address"))
    terms = models.CharField(_("accepted terms"), max_length=32)

    goods = MoneyField(_("goods"), max_digits=20, decimal_places=4, default_currency=None)
    freight = MoneyField(_("freight"), max_digits=20, decimal_places=4, default_currency=None)
    duty = MoneyField(_("duty"), max_digits=20, decimal_places=4, default_currency=None)
    tax = MoneyField(_("tax"), max_digits=20, decimal_places=4, default_currency=None)
    fees = MoneyField(_("fees"), max_digits=20, decimal_places=4, default_currency=None)
    total = MoneyField(_("total"), max_digits=20, decimal_places=4, default_currency=None)

    placed_at = models.DateTimeField(_("placed at"))
    hold_until = models.DateTimeField(_("payment due by"))
    # Set while nothing is owed and nothing can come any more; the sweep looks at the others, the longest unseen first.
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    swept_at = models.DateTimeField(_("last checked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ("-pk",)
        constraints = (
            known_state(OrderState, name="order_state_known"),
            models.CheckConstraint(condition=models.Q(total__gt=0), name="order_costs_something"),
        )
        indexes = (
            models.Index(fields=("customer", "-id"), name="order_by_customer"),
            models.Index(fields=("swept_at",), condition=models.Q(settled_at=None), name="order_unsettled"),
        )

    def __str__(self) -> str:
        return self.number


class OrderHistory(HistoryRow):
    """One move of one order, insert-only."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="history", verbose_name=_("order"))

    class Meta(HistoryRow.Meta):
        verbose_name = _("order move")
        verbose_name_plural = _("order moves")


class OrderPayment(models.Model):
    """An attempt to pay an order; there may be several, one after the other or side by side."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="payments", verbose_name=_("order"))
    payment = models.OneToOneField(
        "payments.Payment", models.PROTECT, related_name="+", verbose_name=_("payment")
    )
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("payment of an order")
        verbose_name_plural = _("payments of an order")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("order", "position"), name="order_payment_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.order_id}/{self.position}"


class PlacedKey(models.Model):
    """An idempotency key that made an order: the same key with the same body finds it again."""

    caller = models.CharField(_("caller"), max_length=100)
    key = models.CharField(_("idempotency key"), max_length=100)
    digest = models.CharField(_("digest"), max_length=64)
    order = models.ForeignKey(Order, models.CASCADE, null=True, related_name="+", verbose_name=_("order"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("placed key")
        verbose_name_plural = _("placed keys")
        constraints = (models.UniqueConstraint(fields=("caller", "key"), name="placed_key_once"),)

    def __str__(self) -> str:
        return self.key


def insert_key(fresh: PlacedKey) -> bool:
    """Insert a key's row unless there is one, and say whether it was inserted; `fresh` then has its id.

    While another transaction inserts the same key this waits for its end. RETURNING spares a second read.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO orders_placedkey (caller, key, digest, at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (caller, key) DO NOTHING RETURNING id",
            [fresh.caller, fresh.key, fresh.digest, connection.ops.adapt_datetimefield_value(fresh.at)],
        )
        row = cursor.fetchone()
    if row is not None:
        fresh.pk = row[0]
    return row is not None


def answer_key(key: PlacedKey, order_id: int) -> None:
    """Note which order a key made."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE orders_placedkey SET order_id = %s WHERE id = %s", [order_id, key.pk])
