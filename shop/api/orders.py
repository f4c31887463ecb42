"""The caller's orders, and the tracking of an order to whoever holds its link."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import permissions, serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from localization.languages import BY_CODE, DEFAULT
from orders.refusals import OrderNotFound
from orders.selectors.order_list import orders_before, owns_order
from orders.selectors.order_view import order_view
from shop.api.fields import MoneyField
from shop.api.problems import ProblemSerializer
from shop.storefront.limits import count_miss, too_many_misses

_MOST_LISTED = 100
_LANGUAGE = OpenApiParameter("language", str, enum=list(BY_CODE))


class SummarySerializer(serializers.Serializer[Any]):
    """An order in a list."""

    number = serializers.CharField()
    token = serializers.CharField(help_text="Opens the order and its tracking to whoever holds it.")
    state = serializers.CharField()
    placed_at = serializers.DateTimeField()
    country = serializers.CharField()
    quantity = serializers.IntegerField()
    total = MoneyField()


class EventSerializer(serializers.Serializer[Any]):
    """Something that happened to a parcel."""

    code = serializers.CharField()
    text = serializers.CharField()
    at = serializers.DateTimeField()
    place = serializers.CharField()
    country = serializers.CharField()


class TrackedSerializer(serializers.Serializer[Any]):
    """A parcel and where it is."""

    position = serializers.IntegerField()
    reference = serializers.CharField()
    stage = serializers.CharField()
    carrier = serializers.CharField()
    tracking_number = serializers.CharField()
    timeline = EventSerializer(many=True)


class ChargeSerializer(serializers.Serializer[Any]):
    """One charge with its arithmetic and its legal reason."""

    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a column of the answer, not the field's own
    authority = serializers.CharField()
    base = MoneyField()
    rate = serializers.DecimalField(max_digits=12, decimal_places=6, allow_null=True)
    amount = MoneyField()
    rule = serializers.CharField()
    scheme = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # likewise
    waived_up_to = MoneyField(allow_null=True)


class ReliefSerializer(serializers.Serializer[Any]):
    """Why nothing is owed at the border: the scheme the parcel enters under."""

    label = serializers.CharField()  # type: ignore[assignment]  # a column of the answer, not the field's own
    title = serializers.CharField()
    scheme = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # likewise
    effective_from = serializers.DateField()
    effective_to = serializers.DateField(allow_null=True)


class StopSerializer(serializers.Serializer[Any]):
    """One stop of the route and what it adds."""

    kind = serializers.CharField()
    place = serializers.CharField()
    country = serializers.CharField()
    adds = MoneyField()
    total = MoneyField()
    charges = ChargeSerializer(many=True)
    reliefs = ReliefSerializer(many=True)


class TrackingSerializer(serializers.Serializer[Any]):
    """Where an order and its parcels are; nothing personal."""

    number = serializers.CharField()
    state = serializers.CharField()
    placed_at = serializers.DateTimeField()
    country = serializers.CharField()
    parcels = TrackedSerializer(many=True)


class OrderSerializer(TrackingSerializer):
    """A whole order: what was paid for and why."""

    currency = serializers.CharField()
    total = MoneyField(source="totals.total")
    goods = MoneyField(source="totals.goods")
    freight = MoneyField(source="totals.freight")
    duty = MoneyField(source="totals.duty")
    tax = MoneyField(source="totals.tax")
    fees = MoneyField(source="totals.fees")
    journey = StopSerializer(many=True)


class OrdersView(APIView):
    """The signed-in caller's orders, the newest first, at most 100; the page in the account goes further back."""

    permission_classes = [permissions.IsAuthenticated]

    @extend_schema(
        operation_id="orders_list",
        parameters=[_LANGUAGE],
        responses={200: SummarySerializer(many=True), 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        orders = orders_before(_user_id(request), before=None, most=_MOST_LISTED, language=_language(request))
        return Response(SummarySerializer(orders, many=True).data)


class OrderView(APIView):
    """One order of the signed-in caller."""

    permission_classes = [permissions.IsAuthenticated]

    @extend_schema(
        operation_id="order",
        parameters=[_LANGUAGE],
        responses={200: OrderSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, token: str) -> Response:
        if not owns_order(_user_id(request), token):
            raise OrderNotFound
        return Response(OrderSerializer(order_view(token, _language(request))).data)


class TrackingView(APIView):
    """The tracking of an order by its unguessable link; guessing is limited."""

    @extend_schema(
        operation_id="tracking",
        parameters=[_LANGUAGE],
        responses={200: TrackingSerializer, 404: ProblemSerializer, 429: ProblemSerializer},
    )
    def get(self, request: Request, token: str) -> Response:
        if too_many_misses(request):
            raise Throttled
        try:
            view = order_view(token, _language(request))
        except OrderNotFound:
            count_miss(request)
            raise
        return Response(TrackingSerializer(view).data)


def _user_id(request: Request) -> int:
    if request.user.pk is None:
        raise OrderNotFound
    return int(request.user.pk)


def _language(request: Request) -> str:
    code = request.query_params.get("language", DEFAULT.code)
    return code if code in BY_CODE else DEFAULT.code
