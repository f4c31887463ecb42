"""The caller's cart: the signed-in customer's, or the guest's by the signed cart cookie of the browser."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from localization.languages import DEFAULT
from localization.selectors import market as market_of
from orders.refusals import CartNotFound
from orders.selectors.cart_view import cart_view
from orders.services.add_to_cart import add_to_cart
from orders.services.change_line import change_line
from orders.services.open_cart import open_cart
from shop.api.fields import MoneyField
from shop.api.problems import ProblemSerializer
from shop.api.products import Place
from shop.storefront.caller import Caller, caller_of, remember_cart


class CartLineSerializer(serializers.Serializer[Any]):
    """A line at today's price."""

    variant_id = serializers.IntegerField()
    sku = serializers.CharField()
    handle = serializers.CharField()
    title = serializers.CharField()
    option_label = serializers.CharField()
    merchant_name = serializers.CharField()
    quantity = serializers.IntegerField()
    unit_price = MoneyField()
    amount = MoneyField()
    available = serializers.IntegerField()
    problem = serializers.CharField()


class CartSerializer(serializers.Serializer[Any]):
    """A cart; `estimate` is the price at a door in the market's first country, absent while it cannot be said."""

    market = serializers.CharField()
    language = serializers.CharField()
    currency = serializers.CharField()
    quantity = serializers.IntegerField()
    goods = MoneyField()
    estimate = MoneyField(source="estimate.totals.total", required=False)
    lines = CartLineSerializer(many=True)


class NewLine(Place):
    """Pieces of a variant for the cart; market and language count when the cart is new."""

    variant_id = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    quantity = serializers.IntegerField(min_value=1, max_value=99)


class ChangedLine(serializers.Serializer[Any]):
    """How many pieces the line is to have; 0 takes it out."""

    quantity = serializers.IntegerField(min_value=0, max_value=99)


_ANSWERS: dict[int, Any] = {
    200: CartSerializer,
    400: ProblemSerializer,
    404: ProblemSerializer,
    409: ProblemSerializer,
}


class CartView(APIView):
    """The caller's cart."""

    @extend_schema(operation_id="cart", parameters=[OpenApiParameter("language", str)], responses=_ANSWERS)
    def get(self, request: Request) -> Response:
        caller = caller_of(request)
        if not caller.cart_token:
            raise CartNotFound
        return _cart(caller, request.query_params.get("language", ""))


class CartLinesView(APIView):
    """Puts pieces into the caller's cart."""

    @extend_schema(operation_id="cart_add", request=NewLine, responses={**_ANSWERS, 201: CartSerializer})
    def post(self, request: Request) -> Response:
        line = NewLine(data=request.data)
        line.is_valid(raise_exception=True)
        asked = line.validated_data
        caller = caller_of(request)
        if not caller.cart_token:
            place = {"market": asked["market"], "language": asked["language"]}
            caller = Caller(user_id=caller.user_id, cart_token=open_cart(customer_id=caller.user_id, **place))
        add_to_cart(cart_token=caller.cart_token, variant_id=asked["variant_id"], quantity=asked["quantity"])
        return _cart(caller, asked["language"], status_code=status.HTTP_201_CREATED)


class CartLineView(APIView):
    """Changes one line of the caller's cart."""

    @extend_schema(operation_id="cart_change", request=ChangedLine, responses=_ANSWERS)
    def patch(self, request: Request, variant_id: int) -> Response:
        change = ChangedLine(data=request.data)
        change.is_valid(raise_exception=True)
        caller = caller_of(request)
        change_line(
            cart_token=caller.cart_token, variant_id=variant_id, quantity=change.validated_data["quantity"]
        )
        return _cart(caller, "")


def _cart(caller: Caller, language: str, *, status_code: int = status.HTTP_200_OK) -> Response:
    view = cart_view(caller.cart_token, language or DEFAULT.code)
    if language and language not in market_of(view.market).languages:
        raise serializers.ValidationError({"language": "Unknown language."})
    response = Response(CartSerializer(view).data, status=status_code)
    remember_cart(response, caller, pieces=view.quantity)
    return response
