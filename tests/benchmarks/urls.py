"""The shop's addresses, and the floor's beside them."""

from django.urls import path

from shop.urls import urlpatterns as shop_urls
from tests.benchmarks import floor, orders

urlpatterns = [
    path("floor/list", floor.cards),
    path("floor/page", floor.kept_page),
    path("floor/keep", floor.keep_page),
    path("floor/samples", floor.samples),
    path("floor/prepare", orders.prepare),
    path("floor/order", orders.order),
    path("floor/burst", orders.burst),
    *shop_urls,
]
