"""The OpenAPI description is complete, and every door says what it answers when it says no."""

from django.test import Client
from drf_spectacular.validation import validate_schema


def test_the_schema_is_valid_and_lists_every_door(db):
    schema = Client().get("/api/v1/").json()
    validate_schema(schema)
    assert sorted(schema["paths"]) == [
        "/api/v1/cart/",
        "/api/v1/cart/lines/",
        "/api/v1/cart/lines/{variant_id}/",
        "/api/v1/orders/",
        "/api/v1/orders/{token}/",
        "/api/v1/products/",
        "/api/v1/products/{handle}/",
        "/api/v1/quotes/",
        "/api/v1/tracking/{token}/",
    ]
