"""Uses up a quote: the one moment at which a quote becomes an order's."""

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection

from localization import clock
from orders.freezing import thaw
from orders.models import Cart, Quote
from orders.refusals import QuoteNotFound, QuoteUsed
from orders.values.quote import QuoteBody

# The conditional UPDATE decides who is first, no matter how many ask at once; RETURNING spares the read before it.
_USE = """
    UPDATE orders_quote SET used_at = %s WHERE id = %s AND cart_id = %s AND used_at IS NULL
    RETURNING body, cart_digest, expires_at <= %s
"""


@dataclass(frozen=True, kw_only=True)
class UsedQuote:
    """A quote that was marked as used just now: as it was frozen, and as the values it was frozen from."""

    frozen: dict[str, Any]
    body: QuoteBody
    cart_digest: str
    expired: bool


def use_quote(quote_id: int, cart: Cart) -> UsedQuote:
    """Mark a quote of a locked cart as used, until the open transaction says otherwise. Raises QuoteNotFound, QuoteUsed."""
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(_USE, [now, quote_id, cart.pk, now])
        row = cursor.fetchone()
    if row is None:
        raise QuoteUsed if Quote.objects.filter(pk=quote_id, cart=cart).exists() else QuoteNotFound
    frozen = json.loads(row[0])
    return UsedQuote(frozen=frozen, body=thaw(QuoteBody, frozen), cart_digest=row[1], expired=bool(row[2]))
