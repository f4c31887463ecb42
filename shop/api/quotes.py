"""Landed-cost quotes for anybody's goods: what they cost at a door, each charge with its rule and source."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from logistics.restrictions import BATTERIES
from logistics.services.quote_consignment import quote_consignment
from shop.api.problems import ProblemSerializer

_EXAMPLE = {
    "destination": {"country": "DE", "postcode": "10115"},
    "ship_from": "CN",
    "currency": "EUR",
    "freight": "12.00",
    "lines": [
        {
            "id": "1",
            "description": "Silk scarf",
            "hs_code": "621410",
            "origin": "CN",
            "value": "39.00",
            "weight_grams": 180,
            "quantity": 1,
        }
    ],
}


class _Destination(serializers.Serializer[Any]):
    country = serializers.CharField(help_text="ISO 3166-1 alpha-2")
    postcode = serializers.CharField(required=False)
    region = serializers.CharField(required=False, help_text="Subdivision, ISO 3166-2, like ON")


class _Line(serializers.Serializer[Any]):
    id = serializers.CharField(required=False)
    description = serializers.CharField(required=False)
    hs_code = serializers.CharField(help_text="6 to 10 digits")
    origin = serializers.CharField(help_text="ISO 3166-1 alpha-2, country of making")
    value = serializers.CharField(help_text="Price of the line without freight and tax")
    currency = serializers.CharField(required=False)
    weight_grams = serializers.IntegerField()
    quantity = serializers.IntegerField()
    personal = serializers.BooleanField(required=False, help_text="For the buyer's own use (default)")
    hs_version = serializers.CharField(required=False, help_text="HS2022 (default)")
    volume_ml = serializers.IntegerField(required=False, help_text="Whole line, for excise")
    alcohol_percent = serializers.CharField(required=False)
    proof_of_origin = serializers.BooleanField(required=False, help_text="A proof of preferential origin")
    battery = serializers.ChoiceField(choices=BATTERIES, required=False, help_text="Lithium batteries")


class _Rate(serializers.Serializer[Any]):
    source = serializers.CharField()  # type: ignore[assignment]  # the payload names it so
    target = serializers.CharField()
    rate = serializers.CharField(help_text="Units of target for one of source")
    day = serializers.DateField(required=False)
    provider = serializers.CharField(required=False)


class QuoteRequestSerializer(serializers.Serializer[Any]):
    """What is to cross the border. Either `service` (a freight service's code) or `freight` (an amount)."""

    destination = _Destination()
    ship_from = serializers.CharField()
    currency = serializers.CharField()
    service = serializers.CharField(required=False)
    freight = serializers.CharField(required=False)
    insurance = serializers.CharField(required=False)
    registrations = serializers.ListField(child=serializers.CharField(), required=False)
    as_of = serializers.DateField(required=False)
    mode = serializers.ChoiceField(choices=("courier", "post"), required=False)
    incoterm = serializers.ChoiceField(choices=("DDP", "DAP"), required=False)
    clearance_fee = serializers.CharField(required=False, help_text="The carrier's own fee")
    buyer_year_to_date = serializers.CharField(required=False)
    buyer_day = serializers.CharField(required=False)
    buyer_parcels = serializers.IntegerField(required=False)
    fx = _Rate(many=True, required=False)
    lines = _Line(many=True)


class _Amount(serializers.Serializer[Any]):
    amount = serializers.CharField()
    currency = serializers.CharField()


class QuoteSerializer(serializers.Serializer[Any]):
    """What it costs at the door; `charges` carries each charge with base, rate, rule, scheme, source and dates.

    `reliefs` says under which scheme, by which source, nothing is owed that the border otherwise takes.
    """

    destination = serializers.CharField()
    ship_from = serializers.CharField()
    as_of = serializers.DateField()
    goods = _Amount()
    freight = _Amount()
    insurance = _Amount()
    delivered = _Amount()
    scheme = serializers.CharField()
    collected = serializers.CharField()
    pack_version = serializers.CharField()
    charges = serializers.ListField(child=serializers.DictField())
    reliefs = serializers.ListField(child=serializers.DictField())
    warnings = serializers.ListField(child=serializers.DictField())
    restrictions = serializers.ListField(
        child=serializers.DictField(),
        help_text="What may not be sent there (stops: true) or deserves a warning, by line; line null is the whole parcel.",
    )


class QuotesView(APIView):
    """Computes a quote; nothing is stored."""

    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "quotes"

    @extend_schema(
        operation_id="quote",
        request=QuoteRequestSerializer,
        responses={
            200: QuoteSerializer,
            400: ProblemSerializer,
            409: ProblemSerializer,
            429: ProblemSerializer,
        },
        examples=[OpenApiExample("A silk scarf to Berlin", value=_EXAMPLE, request_only=True)],
    )
    def post(self, request: Request) -> Response:
        if not isinstance(request.data, Mapping):
            raise serializers.ValidationError({"request": _("A JSON object is needed.")})
        return Response(quote_consignment(request.data).to_json())
