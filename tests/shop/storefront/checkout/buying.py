"""What a buyer does on the pages, form by form."""

import re

from orders.models import Order

BASE = "/de/en/"
ADDRESS = {
    "country": "DE",
    "name": "Ada Kurz",
    "street": "Torstraße 12",
    "postcode": "10119",
    "city": "Berlin",
    "email": "ada@example.com",
}


def add(client, variant, quantity="1", base=BASE, **more):
    """Put pieces into the cart."""
    return client.post(f"{base}cart/add/", {"variant_id": variant.pk, "quantity": quantity, **more})


def give_address(client, base=BASE, **changes):
    """Fill in the address form."""
    return client.post(f"{base}checkout/address/", {**ADDRESS, **changes})


def to_review(client, variant, quantity="1"):
    """Go all steps up to the last look; answers that page."""
    add(client, variant, quantity)
    give_address(client)
    client.post(f"{BASE}checkout/delivery/", {})
    client.post(f"{BASE}checkout/payment/", {"terms": "on"})
    return client.get(f"{BASE}checkout/review/")


def order_form(page):
    """The hidden fields of the button that orders."""
    text = page.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]+)"', text)[1] for name in ("key", "quote_id")}


def press(client, form, **changes):
    """Press the button that orders."""
    return client.post(f"{BASE}checkout/place/", {**form, **changes})


def placed(client, variant, quantity="1"):
    """The order of a buyer who went all the way to the payment."""
    press(client, order_form(to_review(client, variant, quantity)))
    return Order.objects.latest("pk")
