"""The URLs of the storefront: everything a buyer sees lives under /<market>/<language>/."""

from django.urls import include, path, register_converter

from shop.accounts.views import addresses, erase, orders, profile
from shop.storefront.views import (
    cart,
    category,
    checkout_address,
    checkout_delivery,
    checkout_payment,
    checkout_review,
    home,
    information,
    landing,
    order,
    pay,
    product,
    search,
    withdrawal,
)


class TwoLetters:
    """A market or language code; which of them exist is MarketMiddleware's to say."""

    regex = "[a-z]{2}"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


register_converter(TwoLetters, "two_letters")

pages = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("category/<slug:code>/", category.category, name="category"),
    path("product/<slug:handle>/", product.product, name="product"),
    path("cart/", cart.cart, name="cart"),
    path("cart/add/", cart.cart_add, name="cart_add"),
    path("cart/change/", cart.cart_change, name="cart_change"),
    path("checkout/address/", checkout_address.checkout_address, name="checkout_address"),
    path("checkout/delivery/", checkout_delivery.checkout_delivery, name="checkout_delivery"),
    path("checkout/payment/", checkout_payment.checkout_payment, name="checkout_payment"),
    path("checkout/review/", checkout_review.checkout_review, name="checkout_review"),
    path("checkout/refresh/", checkout_review.checkout_refresh, name="checkout_refresh"),
    path("checkout/place/", checkout_review.place, name="place"),
    path("order/<str:token>/", order.order, name="order"),
    path("order/<str:token>/pay/", pay.pay, name="pay"),
    path("order/<str:token>/cancel/", order.order_cancel, name="order_cancel"),
    path("order/<str:token>/withdraw/", withdrawal.order_withdraw, name="order_withdraw"),
    path("withdrawal/", withdrawal.withdrawal, name="withdrawal"),
    path("withdrawal/confirm/", withdrawal.withdrawal_confirm, name="withdrawal_confirm"),
    path("information/<slug:topic>/", information.information, name="information"),
    path("account/", orders.orders, name="account"),
    path("account/addresses/", addresses.addresses, name="account_addresses"),
    path("account/addresses/add/", addresses.address_add, name="account_address_add"),
    path("account/addresses/<int:address_id>/", addresses.address_change, name="account_address"),
    path(
        "account/addresses/<int:address_id>/delete/", addresses.address_delete, name="account_address_delete"
    ),
    path("account/profile/", profile.profile, name="account_profile"),
    path("account/export/", profile.export, name="account_export"),
    path("account/erase/", erase.erase, name="account_erase"),
]

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("<two_letters:market>/<two_letters:language>/", include((pages, "storefront"))),
]
