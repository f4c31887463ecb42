"""Products and their offers: what a market's buyers see, with the delivered price of one unit."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.selectors.listing import ListingQuery, listing
from catalog.selectors.product_page import product_page
from catalog.selectors.search import SearchQuery, search
from localization.selectors import market as market_of
from shop.api.fields import MoneyField
from shop.api.problems import ProblemSerializer

_LARGEST_PAGE = 100


class Place(serializers.Serializer[Any]):
    """The market and language a caller asks for."""

    market = serializers.CharField(max_length=8)
    language = serializers.CharField(max_length=8, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The language is one the market offers; by default its first."""
        info = market_of(attrs["market"])
        attrs["language"] = attrs.get("language") or info.languages[0]
        if attrs["language"] not in info.languages:
            raise serializers.ValidationError({"language": f"{', '.join(info.languages)}"})
        return attrs


class ListQuery(Place):
    """What narrows a list of products."""

    search = serializers.CharField(max_length=200, required=False, default="")
    category = serializers.SlugField(required=False, default="")
    merchant = serializers.SlugField(required=False, default="")
    after = serializers.CharField(max_length=200, required=False, default="")
    size = serializers.IntegerField(min_value=1, max_value=_LARGEST_PAGE, required=False, default=24)


class CardSerializer(serializers.Serializer[Any]):
    """One product with the offer of its lead variant; amounts are those of one unit, freight apart."""

    product_id = serializers.IntegerField()
    variant_id = serializers.IntegerField()
    handle = serializers.CharField()
    title = serializers.CharField()
    merchant_name = serializers.CharField()
    origin_city = serializers.CharField()
    origin_country = serializers.CharField()
    category_code = serializers.CharField()
    picture = serializers.CharField()
    in_stock = serializers.BooleanField()
    goods = MoneyField()
    duty = MoneyField()
    tax = MoneyField()
    fees = MoneyField()
    delivered = MoneyField()
    freight = MoneyField()
    refusal = serializers.CharField(help_text="Why the price at the door cannot be said; empty when it can.")


class ListSerializer(serializers.Serializer[Any]):
    """A page of products; `after` asks for the next one, empty on the last."""

    results = CardSerializer(many=True, source="cards")
    after = serializers.CharField()


class OfferSerializer(serializers.Serializer[Any]):
    """The price of one unit in a market, and on what it rests."""

    goods = MoneyField()
    duty = MoneyField()
    tax = MoneyField()
    fees = MoneyField()
    delivered = MoneyField()
    freight = MoneyField()
    refusal = serializers.CharField()
    scheme = serializers.CharField()
    fx = serializers.CharField()
    priced_at = serializers.DateTimeField()


class VariantSerializer(serializers.Serializer[Any]):
    """A variant with its customs facts. Weight in grams."""

    variant_id = serializers.IntegerField()
    sku = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a column of the answer, not the field's own
    choices = serializers.DictField(child=serializers.CharField())
    hs_code = serializers.CharField()
    origin = serializers.CharField()
    weight_grams = serializers.IntegerField()
    available = serializers.IntegerField()
    offer = OfferSerializer(allow_null=True)


class ProductSerializer(serializers.Serializer[Any]):
    """A product with its texts in one language and its variants' offers in one market."""

    product_id = serializers.IntegerField()
    handle = serializers.CharField()
    title = serializers.CharField()
    summary = serializers.CharField()
    description = serializers.CharField(help_text="Sanitised HTML.")
    category_code = serializers.CharField()
    merchant = serializers.CharField(source="merchant.name")
    pictures = serializers.SerializerMethodField()
    variants = VariantSerializer(many=True)

    def get_pictures(self, page: Any) -> list[str]:
        return [picture.src for picture in page.pictures]


_PLACE = [OpenApiParameter("market", str, required=True), OpenApiParameter("language", str)]


class ProductsView(APIView):
    """The products of a market."""

    @extend_schema(
        operation_id="products_list",
        parameters=[ListQuery],
        responses={200: ListSerializer, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        query = ListQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked = query.validated_data
        place = {
            "market": asked["market"],
            "language": asked["language"],
            "after": asked["after"],
            "size": asked["size"],
        }
        if asked["search"]:
            page = search(SearchQuery(text=asked["search"], **place))
        else:
            page = listing(ListingQuery(category=asked["category"], merchant=asked["merchant"], **place))
        return Response(ListSerializer(page).data)


class ProductView(APIView):
    """One product."""

    @extend_schema(
        operation_id="product", parameters=_PLACE, responses={200: ProductSerializer, 404: ProblemSerializer}
    )
    def get(self, request: Request, handle: str) -> Response:
        place = Place(data=request.query_params)
        place.is_valid(raise_exception=True)
        return Response(ProductSerializer(product_page(handle=handle, **place.validated_data)).data)
