"""A guest who buys with plain HTTP, form by form, as a browser without scripts would."""

import re
from dataclasses import dataclass, field

import requests

from tests.browser.wishes import BERLIN

CARD = "4242424242424242"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_PLACE = re.compile(r'name="key" value="([^"]+)"><input type="hidden" name="quote_id" value="([^"]+)"')
_VARIANT = re.compile(r'type="hidden" name="variant_id" value="(\d+)"')
_SERVICE = re.compile(r'type="radio" name="(freight-[^"]+)" value="([^"]+)" checked')


@dataclass
class QuickBuyer:
    """Buys a silk scarf for Berlin; `variant` is the piece, `token` the order's once it was placed."""

    url: str
    session: requests.Session = field(default_factory=requests.Session)
    wish: dict[str, str] = field(default_factory=dict)
    variant: int = 0
    token: str = ""

    def prepare(self) -> None:
        """Everything up to the last look."""
        page = self._get(f"product/{BERLIN.handle}/")
        self.variant = int(_VARIANT.findall(page)[0])
        self._post("cart/add/", page, {"variant_id": str(self.variant), "quantity": "1"})
        address = {**BERLIN.address, "country": "DE"}
        delivery = self._post("checkout/address/", self._get("checkout/address/"), address)
        payment = self._post("checkout/delivery/", delivery, dict(_SERVICE.findall(delivery)))
        review = self._post("checkout/payment/", payment, {"terms": "on"})
        key, quote_id = _PLACE.findall(review)[0]
        self.wish = {
            "key": key,
            "quote_id": quote_id,
            "csrfmiddlewaretoken": _TOKEN.findall(review)[0],
        }

    def place(self) -> str:
        """Press "order with obligation to pay", once more if need be; answers the order's token."""
        answer = self.session.post(self._at("checkout/place/"), self.wish, allow_redirects=False, timeout=20)
        assert answer.status_code == 303, answer.text[:2000]
        self.token = answer.headers["Location"].split("/order/")[1].split("/")[0]
        return self.token

    def pay(self) -> None:
        """Go to the payment service and pay there; what it sends the browser back to is not followed."""
        sent = self.session.get(self._at(f"order/{self.token}/pay/"), allow_redirects=False, timeout=20)
        paid = requests.post(sent.headers["Location"], {"card": CARD}, allow_redirects=False, timeout=20)
        assert "payment=returned" in paid.headers["Location"], paid.text[:500]

    def _at(self, path: str) -> str:
        return f"{self.url}/de/en/{path}"

    def _get(self, path: str) -> str:
        answer = self.session.get(self._at(path), timeout=20)
        answer.raise_for_status()
        return answer.text

    def _post(self, path: str, page: str, fields: dict[str, str]) -> str:
        """Send a form of `page`; answers the page it leads to."""
        token = _TOKEN.findall(page)
        body = {**fields, "csrfmiddlewaretoken": token[0] if token else ""}
        answer = self.session.post(self._at(path), body, timeout=20)
        answer.raise_for_status()
        return answer.text
