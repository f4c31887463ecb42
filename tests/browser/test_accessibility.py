"""Every page of the way, read by axe (WCAG 2.2 AA) in German, Japanese and Arabic, wide and narrow, light and dark."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser import wishes
from tests.browser.buyer import GOOD_CARD, Buyer
from tests.browser.signing_in import sign_in

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOKS = [
    (wishes.BERLIN, "light", 1280),
    (wishes.TOKYO, "light", 390),
    (wishes.DUBAI, "dark", 390),
]


class Eyes:
    """Reads each page it is led to and keeps what it finds wrong, with a picture of the page."""

    def __init__(self, page: Page, pictures: Path) -> None:
        self.page, self.pictures = page, pictures
        self.found: list[tuple[str, str, str]] = []

    def read(self) -> None:
        """Look at the page that is open."""
        page = self.page
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details:not(.switcher)').forEach(d => { d.open = true })")
        path = page.url.split("/", 3)[3].split("?")[0]
        for one in Axe().run(page, options=RULES).response["violations"]:
            self.found.append((path, one["id"], one["nodes"][0]["html"][:200]))
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beyond:
            self.found.append((path, "runs off the side", f"{beyond} px"))
        page.screenshot(path=self.pictures / f"{path.replace('/', '_')}.png", full_page=True)


@pytest.mark.parametrize(("wish", "scheme", "width"), LOOKS, ids=lambda value: getattr(value, "city", value))
def test_everybody_can_use_the_whole_way_to_an_order(open_page, tmp_path, wish, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    eyes, who = Eyes(page, tmp_path), Buyer(page=page, wish=wish)
    for path in ("", "category/table/", "search/?q=a", "cart/"):
        page.goto(f"/{wish.window}/{path}")
        eyes.read()
    who.choose()
    eyes.read()
    page.locator("form.offer__buy button").click()
    eyes.read()
    page.locator("#cart a.button").click()
    page.locator("form[action$='checkout/address/'] button[type=submit]:not([name])").last.click()
    eyes.read()
    who.tell_address()
    for step in (who.choose_delivery, who.accept_terms):
        eyes.read()
        step()
    eyes.read()
    who.order()
    who.pay(GOOD_CARD)
    eyes.read()
    assert eyes.found == []


def test_everybody_can_use_the_account(open_page, tmp_path):
    page = open_page(viewport={"width": 390, "height": 900}, bypass_csp=True)
    eyes = Eyes(page, tmp_path)
    for path in ("/account/signup/", "/account/password/reset/", "/account/login/"):
        page.goto(path)
        eyes.read()
    sign_in(page, "customer@causeway.example", "customer-demo-1")
    for path in ("", "addresses/", "addresses/add/", "profile/", "erase/"):
        page.goto(f"/de/de/account/{path}")
        eyes.read()
    assert eyes.found == []


def test_the_back_office_opens_without_a_complaint(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    sign_in(page, "operator@causeway.example", "operator-demo-1")
    for path in (
        "",
        "catalog/product/",
        "orders/order/",
        "payments/payment/",
        "payments/journalentry/",
        "logistics/shipment/",
        "localization/exchangerate/",
    ):
        answer = page.goto(f"/admin/{path}")
        assert answer is not None
        assert answer.status == 200, path
        assert "/admin/" in page.url
