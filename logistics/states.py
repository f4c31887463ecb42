"""The life of a shipment: its states, and the only moves there are between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShipmentState(models.TextChoices):
    """Where a parcel is, from the wish to book it until it is at a door, back home, or lost."""

    ASKED = "asked", _("Asked for")
    FAILED = "failed", _("Refused by the carrier")
    BOOKED = "booked", _("Booked")
    CANCEL_ASKED = "cancel_asked", _("Being recalled")
    CANCELLED = "cancelled", _("Cancelled")
    HANDED_OVER = "handed_over", _("Handed to the carrier")
    EXPORT_CUSTOMS = "export_customs", _("In export customs")
    IN_TRANSIT = "in_transit", _("On its way")
    ARRIVED = "arrived", _("Arrived in the country")
    IMPORT_CUSTOMS = "import_customs", _("In import customs")
    CUSTOMS_HOLD = "customs_hold", _("Held by customs")
    CUSTOMS_RELEASED = "customs_released", _("Released by customs")
    AT_DEPOT = "at_depot", _("At the delivery depot")
    OUT_FOR_DELIVERY = "out_for_delivery", _("Out for delivery")
    ATTEMPT_FAILED = "attempt_failed", _("Nobody was there")
    AVAILABLE_FOR_PICKUP = "available_for_pickup", _("Ready to collect")
    DELIVERED = "delivered", _("Delivered")
    RETURNING = "returning", _("On its way back")
    RETURNED = "returned", _("Back at the sender")
    LOST = "lost", _("Lost")


S = ShipmentState

JOURNEY = (
    S.HANDED_OVER,
    S.EXPORT_CUSTOMS,
    S.IN_TRANSIT,
    S.ARRIVED,
    S.IMPORT_CUSTOMS,
    S.CUSTOMS_HOLD,
    S.CUSTOMS_RELEASED,
    S.AT_DEPOT,
    S.OUT_FOR_DELIVERY,
    S.ATTEMPT_FAILED,
    S.AVAILABLE_FOR_PICKUP,
    S.DELIVERED,
)
"""The way to the door in its order. A carrier may leave steps out, so each state may go to every later one."""

_AWAY = frozenset({S.RETURNING, S.RETURNED, S.LOST})
_AT_CUSTOMS = frozenset({S.IMPORT_CUSTOMS, S.CUSTOMS_HOLD})
_LAST_MILE = frozenset({S.AT_DEPOT, S.OUT_FOR_DELIVERY, S.ATTEMPT_FAILED, S.AVAILABLE_FOR_PICKUP})


def _onward(state: ShipmentState) -> frozenset[ShipmentState]:
    """From a stop on the way: every later stop, a way out, and back and forth inside customs or the last mile."""
    later = frozenset(JOURNEY[JOURNEY.index(state) + 1 :])
    rounds = next((group for group in (_AT_CUSTOMS, _LAST_MILE) if state in group), frozenset())
    return (later | _AWAY | rounds) - {state}


MOVES: dict[str, frozenset[ShipmentState]] = {
    S.ASKED: frozenset({S.BOOKED, S.FAILED, S.CANCEL_ASKED, S.CANCELLED}),
    # What was not understood may be a booking all the same: then it is called back.
    S.FAILED: frozenset({S.ASKED, S.CANCEL_ASKED, S.CANCELLED}),
    S.BOOKED: frozenset({S.CANCEL_ASKED, S.CANCELLED, *JOURNEY, *_AWAY}),
    # A recall may come too late: then the carrier says no and the parcel is on its way.
    S.CANCEL_ASKED: frozenset({S.CANCELLED, *JOURNEY, *_AWAY}),
    S.CANCELLED: frozenset(),
    **{state: _onward(state) for state in JOURNEY if state is not S.DELIVERED},
    S.DELIVERED: frozenset({S.RETURNING, S.RETURNED}),
    S.RETURNING: frozenset({S.RETURNED, S.LOST}),
    S.RETURNED: frozenset(),
    # Lost parcels are found again.
    S.LOST: frozenset({*JOURNEY, S.RETURNING, S.RETURNED}),
}

ON_THE_WAY = frozenset({*JOURNEY, S.RETURNING, S.LOST}) - {S.DELIVERED}
"""States in which a carrier still owes us news."""


class DeclarationState(models.TextChoices):
    """Where the customs declaration of a parcel stands, from the wish to file it until customs let the parcel go or not."""

    DRAFT = "draft", _("Drawn up")
    FILED = "filed", _("Filed with customs")
    ACCEPTED = "accepted", _("Accepted by customs")
    HELD = "held", _("Held by customs")
    AMENDED = "amended", _("Customs was answered")
    RELEASED = "released", _("Released by customs")
    REFUSED = "refused", _("Refused by customs")
    CANCELLED = "cancelled", _("Cancelled")


D = DeclarationState
_DECIDED = frozenset({D.RELEASED, D.REFUSED, D.CANCELLED})

DECLARATION_MOVES: dict[str, frozenset[DeclarationState]] = {
    D.DRAFT: frozenset({D.FILED, D.REFUSED, D.CANCELLED}),
    # Customs' messages overtake each other, so each stage may be skipped.
    D.FILED: frozenset({D.ACCEPTED, D.HELD, *_DECIDED}),
    D.ACCEPTED: frozenset({D.HELD, *_DECIDED}),
    D.HELD: frozenset({D.AMENDED, *_DECIDED}),
    D.AMENDED: frozenset({D.ACCEPTED, D.HELD, *_DECIDED}),
    D.RELEASED: frozenset(),
    # Filed again after a correction, or customs thought better of it.
    D.REFUSED: frozenset({D.DRAFT, D.RELEASED, D.CANCELLED}),
    D.CANCELLED: frozenset(),
}

AT_CUSTOMS = frozenset({D.FILED, D.ACCEPTED, D.HELD, D.AMENDED})
"""States in which customs still owes us news."""

PAST_CUSTOMS = frozenset(JOURNEY[JOURNEY.index(S.CUSTOMS_RELEASED) :])
"""States of a shipment that no parcel reaches before customs let it go."""
