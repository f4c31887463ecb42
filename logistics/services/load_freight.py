"""Loads the rate cards of freight services from their reference file."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from localization.money import currency
from logistics.models import RateCard, RateStep, RateZone
from logistics.selectors.freight import RATE_CARDS

# libyaml reads the same YAML ten times faster; the wheel of PyYAML has it nearly everywhere.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REFERENCE = Path(__file__).resolve().parent.parent / "reference" / "freight.yaml"
_CARD_FIELDS = (
    "name",
    "carrier",
    "mode",
    "incoterm",
    "currency",
    "takes_batteries",
    "position",
    "effective_to",
    "source",
)


@transaction.atomic
def load_freight(path: Path = _REFERENCE) -> int:
    """Load every card of the file, all or none, and answer how many; loading the same file again changes nothing.

    A card is named by its code and first day, so that a later card of the same service stands beside the older one.
    Raises KeyError or UnknownCurrency for a file that is no rate card.
    """
    cards = yaml.load(path.read_text(), Loader=_LOADER)["cards"]  # noqa: S506  # both loaders are the safe kind
    for card in cards:
        _load_card(card)
    RATE_CARDS.forget()
    return len(cards)


def _load_card(data: Mapping[str, Any]) -> None:
    currency(data["currency"])
    card, _ = RateCard.objects.update_or_create(
        code=data["code"],
        effective_from=data["effective_from"],
        defaults={name: data.get(name) for name in _CARD_FIELDS},
    )
    card.zones.exclude(name__in=[zone["name"] for zone in data["zones"]]).delete()
    for zone in data["zones"]:
        _load_zone(card, zone)


def _load_zone(card: RateCard, data: Mapping[str, Any]) -> None:
    days_min, days_max = data["days"]
    zone, _ = RateZone.objects.update_or_create(
        card=card,
        name=data["name"],
        defaults={
            "ship_from": data["ship_from"],
            "destinations": data["destinations"],
            "days_min": days_min,
            "days_max": days_max,
        },
    )
    zone.steps.exclude(up_to_grams__in=data["steps"]).delete()
    # YAML reads 5.90 as a float; its text is exact again.
    steps = [
        RateStep(zone=zone, up_to_grams=grams, price=Decimal(str(price)))
        for grams, price in data["steps"].items()
    ]
    RateStep.objects.bulk_create(
        steps, update_conflicts=True, unique_fields=["zone", "up_to_grams"], update_fields=["price"]
    )
