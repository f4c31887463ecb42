"""How the API writes money: an amount as text, so that no client's float can touch it, and its currency."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from moneyed import Money
from rest_framework import serializers

from localization.money import round_money


@extend_schema_field(
    {
        "type": "object",
        "properties": {
            "amount": {"type": "string", "example": "48.90"},
            "currency": {"type": "string", "example": "EUR"},
        },
        "required": ["amount", "currency"],
        "readOnly": True,
    }
)
class MoneyField(serializers.Field[Any, Any, dict[str, str], Any]):
    """Money as {"amount": "48.90", "currency": "EUR"}, rounded to the currency's minor unit."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Money) -> dict[str, str]:
        return {"amount": f"{round_money(value).amount:f}", "currency": value.currency.code}
