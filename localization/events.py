"""What localization announces, after commit and without a payload to believe."""

from django.dispatch import Signal

rates_changed = Signal()
"""Some exchange rate that converts money is new; converted prices are stale."""
