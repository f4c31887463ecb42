"""The tables of logistics."""

from logistics.models.notification import TrackingEvent, TrackingNotification
from logistics.models.rate_card import RateCard, RateStep, RateZone
from logistics.models.shipment import Declaration, Shipment, ShipmentHistory, ShipmentLine
from logistics.models.tariff import TariffPack

__all__ = [
    "Declaration",
    "RateCard",
    "RateStep",
    "RateZone",
    "Shipment",
    "ShipmentHistory",
    "ShipmentLine",
    "TariffPack",
    "TrackingEvent",
    "TrackingNotification",
]
