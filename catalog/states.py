"""The states of merchants, products and stock holds, and every move they may make."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MerchantState(models.TextChoices):
    """Whether a merchant sells: ACTIVE sells, PAUSED sells nothing for now, CLOSED never again."""

    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")


class ProductState(models.TextChoices):
    """Where a listing stands: DRAFT is being prepared, LISTED can be bought, WITHDRAWN is out of the shop."""

    DRAFT = "draft", _("Draft")
    LISTED = "listed", _("Listed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class HoldState(models.TextChoices):
    """What became of held pieces: HELD is waiting, RELEASED went back to the shelf, TAKEN left the warehouse."""

    HELD = "held", _("Held")
    RELEASED = "released", _("Released")
    TAKEN = "taken", _("Taken")


MERCHANT_MOVES = {
    MerchantState.ACTIVE: frozenset({MerchantState.PAUSED, MerchantState.CLOSED}),
    MerchantState.PAUSED: frozenset({MerchantState.ACTIVE, MerchantState.CLOSED}),
    MerchantState.CLOSED: frozenset[MerchantState](),
}
PRODUCT_MOVES = {
    ProductState.DRAFT: frozenset({ProductState.LISTED}),
    ProductState.LISTED: frozenset({ProductState.WITHDRAWN}),
    ProductState.WITHDRAWN: frozenset({ProductState.LISTED}),
}
# A lapsed hold may be taken up again when a late payment arrives and pieces are still there.
HOLD_MOVES = {
    HoldState.HELD: frozenset({HoldState.RELEASED, HoldState.TAKEN}),
    HoldState.RELEASED: frozenset({HoldState.HELD}),
    HoldState.TAKEN: frozenset[HoldState](),
}
