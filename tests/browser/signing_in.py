"""Through the shop's own door, as whoever has an account."""

from playwright.sync_api import Page


def sign_in(page: Page, login: str, password: str, *, then: str = "") -> None:
    """Sign in, and go on to the path `then` where one is given."""
    page.goto("/account/login/")
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill(password)
    page.locator("form:has(input[name=password]) button[type=submit]").click()
    page.wait_for_url(lambda url: "/account/login/" not in url)
    if then:
        page.goto(then)
