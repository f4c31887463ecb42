"""The tables of logistics."""

from logistics.models.correlation import HsCorrelation
from logistics.models.declaration import (
    CustomsNotification,
    CustomsQuestion,
    Declaration,
    DeclarationHistory,
)
from logistics.models.notification import TrackingEvent, TrackingNotification
from logistics.models.rate_card import RateCard, RateStep, RateZone
from logistics.models.registration import Registration
from logistics.models.shipment import Shipment, ShipmentHistory, ShipmentLine
from logistics.models.tariff import TariffPack

__all__ = [
    "CustomsNotification",
    "CustomsQuestion",
    "Declaration",
    "DeclarationHistory",
    "HsCorrelation",
    "RateCard",
    "RateStep",
    "RateZone",
    "Registration",
    "Shipment",
    "ShipmentHistory",
    "ShipmentLine",
    "TariffPack",
    "TrackingEvent",
    "TrackingNotification",
]
