"""Localization in the back office: markets to look at, exchange rates to look at and decide on."""

from localization.admin.exchange_rate import ExchangeRateAdmin
from localization.admin.market import MarketAdmin

__all__ = ["ExchangeRateAdmin", "MarketAdmin"]
