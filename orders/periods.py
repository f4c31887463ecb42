"""How long things last: quotes, holds, and what the sweeps allow."""

from datetime import timedelta

QUOTE_LIFE = timedelta(minutes=30)
"""A price stands this long; rates and rules may change afterwards."""
PAYMENT_HOLD = timedelta(minutes=30)
"""Pieces wait this long for an order to be paid."""
DISPATCH_HOLD = timedelta(days=365)
"""Pieces of a paid order wait for their merchant: in effect until dispatch or cancellation."""
ABANDONED_CART = timedelta(days=90)
UNUSED_QUOTE = timedelta(days=30)
IDENTIFIER_KEPT = timedelta(days=30)
"""An identifier for customs is kept so long after its order came to its end: time to answer customs, or to return."""
MAIL_CLAIM = timedelta(minutes=5)
"""A letter claimed this long ago and still not sent was lost with its worker: it may be claimed again."""
