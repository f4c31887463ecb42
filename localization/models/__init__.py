"""The rows of localization: markets and exchange rates."""

from localization.models.exchange_rate import ExchangeRate, ExchangeRateHistory
from localization.models.market import Market

__all__ = ["ExchangeRate", "ExchangeRateHistory", "Market"]
