"""The public API, version 1, and its OpenAPI description."""

from django.urls import URLPattern, URLResolver, path
from drf_spectacular.views import SpectacularJSONAPIView

from shop.api import carts, orders, products, quotes

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", SpectacularJSONAPIView.as_view(), name="schema"),
    path("products/", products.ProductsView.as_view(), name="products"),
    path("products/<slug:handle>/", products.ProductView.as_view(), name="product"),
    path("quotes/", quotes.QuotesView.as_view(), name="quotes"),
    path("cart/", carts.CartView.as_view(), name="cart"),
    path("cart/lines/", carts.CartLinesView.as_view(), name="cart_lines"),
    path("cart/lines/<int:variant_id>/", carts.CartLineView.as_view(), name="cart_line"),
    path("orders/", orders.OrdersView.as_view(), name="orders"),
    path("orders/<str:token>/", orders.OrderView.as_view(), name="order"),
    path("tracking/<str:token>/", orders.TrackingView.as_view(), name="tracking"),
]
