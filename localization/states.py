"""The states of an exchange rate and the moves between them."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateState(models.TextChoices):
    """Where a rate stands: HELD until the rule for feeds or a person lets it in; only one IN_USE converts money."""

    IN_USE = "in_use", _("in use")
    HELD = "held", _("held for a person")
    DISMISSED = "dismissed", _("dismissed")


RATE_MOVES: Mapping[str, frozenset[str]] = {
    RateState.HELD: frozenset({RateState.IN_USE, RateState.DISMISSED}),
    RateState.IN_USE: frozenset(),
    RateState.DISMISSED: frozenset(),
}
