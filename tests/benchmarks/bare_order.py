"""The floor of buying: the statements that store an order, and nothing else, in one transaction.

The rows are those of a real order (read once as a pattern), so that both sides write the same columns and lengths.
"""

import secrets
from dataclasses import dataclass
from typing import Any

from django.db import connection

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """The pattern's rows of one table, without their ids, and the one INSERT that stores them."""

    rows: list[Row]
    insert: str


def read(table: str, where: str, key: Any) -> Table:
    """The rows of `table` whose column `where` is `key`."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {where} = %s ORDER BY id", [key])
        names = [column.name for column in cursor.description or ()]
        found = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    rows = [{name: value for name, value in row.items() if name != "id"} for row in found]
    one = f"({', '.join(['%s'] * len(rows[0]))})"
    values = ", ".join([one] * len(rows))
    return Table(rows, f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES {values} RETURNING id")


class Pattern:
    """One placed order as data."""

    def __init__(self, order_id: int) -> None:
        self.key = read("orders_placedkey", "order_id", order_id)
        self.order = read("orders_order", "id", order_id)
        self.history = read("orders_orderhistory", "order_id", order_id)
        self.parcels = read("orders_orderparcel", "order_id", order_id)
        self.lines = read("orders_orderline", "order_id", order_id)
        self.charges = read("orders_ordercharge", "order_id", order_id)
        self.link = read("orders_orderpayment", "order_id", order_id)
        payment = self.link.rows[0]["payment_id"]
        self.payment = read("payments_payment", "id", payment)
        self.allocations = read("payments_paymentallocation", "payment_id", payment)
        self.holds = read("catalog_stockhold", "reference", self.parcels.rows[0]["reference"])

    def store(self, cart_id: int, quote_id: int) -> None:
        """Store one more such order of a cart and its quote, in one transaction."""
        name = secrets.token_hex(6)
        connection.ensure_connection()
        database: Any = connection.connection
        database.autocommit = False
        try:
            with database.cursor() as cursor:
                self._write(cursor, name, cart_id, quote_id)
            database.commit()
        finally:
            database.autocommit = True

    def _write(self, cursor: Any, name: str, cart_id: int, quote_id: int) -> None:
        key = _insert(cursor, self.key, key=name, order_id=None)
        cursor.execute("UPDATE orders_quote SET used_at = now() WHERE id = %s", (quote_id,))
        order = _insert(cursor, self.order, number=name, token=secrets.token_urlsafe(16), quote_id=quote_id)
        _insert(cursor, self.history, order_id=order)
        parcel = _insert(cursor, self.parcels, order_id=order, reference=f"{name}-1")
        _insert(cursor, self.lines, order_id=order, parcel_id=parcel)
        _insert(cursor, self.charges, order_id=order, parcel_id=parcel)
        payment = _insert(cursor, self.payment, reference=name, key=f"order:{name}:1")
        _insert(cursor, self.allocations, payment_id=payment)
        _insert(cursor, self.link, order_id=order, payment_id=payment)
        cursor.execute("DELETE FROM orders_cartline WHERE cart_id = %s", (cart_id,))
        cursor.execute("UPDATE orders_placedkey SET order_id = %s WHERE id = %s", (order, key))
        _insert(cursor, self.holds, reference=f"{name}-1")
        for hold in self.holds.rows:
            cursor.execute(
                "UPDATE catalog_stocklevel SET held = held + %s WHERE id = %s AND on_hand - held >= %s",
                (hold["quantity"], hold["level_id"], hold["quantity"]),
            )


def _insert(cursor: Any, table: Table, **changes: Any) -> int:
    values = [value for row in table.rows for value in {**row, **changes}.values()]
    cursor.execute(table.insert, values)
    return int(cursor.fetchone()[0])
