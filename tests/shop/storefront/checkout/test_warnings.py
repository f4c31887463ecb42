"""What a price leaves open is said wherever the price is shown: in the cart, before ordering and on the order."""

from orders.models import Order
from tests.shop.storefront.checkout.buying import add, give_address, order_form

BASE = "/us/en/"
NEW_YORK = {
    "country": "US",
    "street": "1 Broadway",
    "postcode": "10004",
    "city": "New York",
    "region": "NY",
}
OPEN = '<ul class="notice"><li>Sales tax by state is not included.</li></ul>'


def test_that_sales_tax_is_not_included_is_said_from_the_cart_to_the_order(client, scarf):
    add(client, scarf, base=BASE)
    assert OPEN in client.get(f"{BASE}cart/").content.decode()
    give_address(client, base=BASE, **NEW_YORK)
    assert OPEN in client.get(f"{BASE}checkout/delivery/").content.decode()
    client.post(f"{BASE}checkout/delivery/", {})
    client.post(f"{BASE}checkout/payment/", {"terms": "on"})
    review = client.get(f"{BASE}checkout/review/")
    assert OPEN in review.content.decode()
    client.post(f"{BASE}checkout/place/", order_form(review))
    assert OPEN in client.get(f"{BASE}order/{Order.objects.get().token}/").content.decode()


def test_a_price_that_leaves_nothing_open_warns_of_nothing(client, scarf):
    add(client, scarf)
    assert '<ul class="notice">' not in client.get("/de/en/cart/").content.decode()
