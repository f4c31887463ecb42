"""A buyer in Shanghai and a workshop in Kyoto: customs asks for the buyer's identity card."""

from localization.addresses import Address
from orders.models import Order
from orders.services.place_order import place_order
from tests.orders.making import make_cart, make_merchant, make_quote, make_variant, make_wish

RIC = "310101199001010012"
SHANGHAI = Address(
    name="Li Na",
    street="南京东路 1 号",
    city="上海市",
    region="上海市",
    country="CN",
    postcode="200001",
    email="ada@example.com",
)


def kyoto_scarf():
    """A scarf that is sold from Kyoto."""
    return make_variant(make_merchant("kyoto", country="JP", currency="JPY"), sku="KYO", price="6000")


def quoted_cart(variant):
    """The token of a cart for Shanghai and the id of its quote."""
    token = make_cart((variant, 1), market="cn", language="zh")
    return token, make_quote(token, address=SHANGHAI)


def order_to_shanghai(variant, **changes):
    """A placed order to Shanghai."""
    wish = make_wish(*quoted_cart(variant), **{"identifier": RIC, "language": "zh", **changes})
    return Order.objects.get(pk=place_order(wish))
