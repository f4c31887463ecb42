"""The URLs of the storefront: everything a buyer sees lives under /<market>/<language>/."""

from django.urls import include, path, register_converter

from shop.storefront.views import category, home, landing, product, search


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
]

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("<two_letters:market>/<two_letters:language>/", include((pages, "storefront"))),
]
