"""What orders announces: only which order changed; a listener reads the facts itself."""

from django.dispatch import Signal

order_changed = Signal()
"""Sent after commit with `order_id` when an order moved to another state."""
