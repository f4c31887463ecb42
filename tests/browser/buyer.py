"""A buyer in a browser: finds everything by what it does and never by its words, so that all six languages are one journey."""

import json
import time
import unicodedata
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from playwright.sync_api import Locator, Page, expect

CHALLENGE_CARD = "4000002760003184"
TIMEOUT_CARD = "4000000000000119"
GOOD_CARD = "4242424242424242"
DECIMALS = {"JPY": 0, "KRW": 0}
_PATIENCE_SECONDS = 90


def click(_page: Page, what: Locator) -> None:
    """With the mouse, or a finger."""
    what.click()


def by_keyboard(page: Page, what: Locator) -> None:
    """Tab along until the focus is there, then Enter: nothing that a mouse alone can reach."""
    for _ in range(150):
        if what.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{what} cannot be reached with the Tab key")


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Who buys what from where: a shop window (market and language), a piece, an address in that country's own form.

    `identifier` is the number that customs of the country asks of its buyers.
    """

    window: str
    handle: str
    currency: str
    address: Mapping[str, str]
    city: str
    identifier: str = ""


@dataclass
class Buyer:
    """Goes the whole way with one browser page; `press` is how buttons are pressed."""

    page: Page
    wish: Wish
    press: Callable[[Page, Locator], None] = field(default=click)
    scripts: bool = True

    def choose(self) -> str:
        """Look at the last variant that is to be had; answers its id."""
        page = self.page
        page.goto(f"/{self.wish.window}/product/{self.wish.handle}/")
        choices = page.locator("label:has(input[name=variant]):not(:has(.is-gone))")
        offered = page.locator("#offer input[name=variant_id]")
        if choices.count() > 1:
            wanted = choices.last.locator("input").get_attribute("value")
            choices.last.click()
            if not self.scripts:
                page.locator("form:has(input[name=variant]) button").click()
            expect(offered).to_have_value(str(wanted))
        return str(offered.get_attribute("value"))

    def fill_cart(self) -> None:
        """Put the chosen variant into the cart and look at what it would cost."""
        self.press(self.page, self.page.locator("form.offer__buy button"))
        expect(self.page.locator("#cart .line")).to_have_count(1)
        self.press(self.page, self.page.locator("#cart a.button"))

    def tell_address(self) -> None:
        """Fill in the form of the country."""
        page = self.page
        for name, value in self.wish.address.items():
            box = page.locator(f"[name={name}]")
            if box.evaluate("element => element.tagName") == "SELECT":
                box.select_option(value)
            else:
                box.fill(value)
        self._go_on("checkout/address/")

    def choose_delivery(self) -> None:
        """Take the service that is offered first, and say what customs asks."""
        self.page.locator(".services input[type=radio]").first.check()
        if self.wish.identifier:
            self.page.locator("[name=identifier]").fill(self.wish.identifier)
        self._go_on("checkout/delivery/")

    def accept_terms(self) -> None:
        """Agree."""
        self.page.locator("input[name=terms]").check()
        self._go_on("checkout/payment/")

    def order(self) -> None:
        """Press "order with obligation to pay"; the payment service's page is next."""
        self._go_on("checkout/place/")
        self.page.wait_for_url("**/gateway/pay/**")

    def pay(self, card: str) -> str:
        """Pay on the hosted page; answers the order's token once the browser is back in the shop."""
        page = self.page
        page.locator("#card").fill(card)
        page.locator("form button.main").click()
        if card == CHALLENGE_CARD:
            page.locator("button[name=answer][value=approve]").click()
        if card == TIMEOUT_CARD:
            page.locator("#back").click()
        page.wait_for_url("**/order/*/?payment=returned")
        return page.url.split("/order/")[1].split("/")[0]

    def _go_on(self, action: str) -> None:
        button = self.page.locator(f"form[action$='{action}'] button[type=submit]:not([name])").last
        with self.page.expect_navigation():
            self.press(self.page, button)

    def amount(self, shown: Locator) -> Decimal:
        """The amount of money an element shows, whatever its script, signs and order."""
        digits = [unicodedata.decimal(sign) for sign in shown.inner_text() if sign.isdecimal()]
        whole = Decimal("".join(map(str, digits)))
        return whole.scaleb(-DECIMALS.get(self.wish.currency, 2))


def tracking(base_url: str, token: str) -> dict[str, Any]:
    """The order as the public API tracks it."""
    with urllib.request.urlopen(f"{base_url}/api/v1/tracking/{token}/", timeout=10) as answer:
        tracked: dict[str, Any] = json.load(answer)
    return tracked


def wait_for_state(base_url: str, token: str, state: str) -> dict[str, Any]:
    """The tracked order as soon as it has reached `state`."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        tracked = tracking(base_url, token)
        if tracked["state"] == state:
            return tracked
        time.sleep(0.25)
    raise AssertionError(f"still {tracked} and not {state}")
