"""Shipments, declarations, carriers' messages, rate cards and tariff packs in the back office."""

from logistics.admin.customs_notification import CustomsNotificationAdmin
from logistics.admin.declaration import DeclarationAdmin
from logistics.admin.notification import TrackingNotificationAdmin
from logistics.admin.rate_card import RateCardAdmin, RateZoneAdmin
from logistics.admin.registration import RegistrationAdmin
from logistics.admin.shipment import ShipmentAdmin
from logistics.admin.tariff import TariffPackAdmin

__all__ = [
    "CustomsNotificationAdmin",
    "DeclarationAdmin",
    "RateCardAdmin",
    "RateZoneAdmin",
    "RegistrationAdmin",
    "ShipmentAdmin",
    "TariffPackAdmin",
    "TrackingNotificationAdmin",
]
