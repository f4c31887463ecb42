"""One running shop and one Chromium for all journeys of a test process."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.running_shop import RunningShop, start


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker takes every journey: there is one running shop."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def running_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """The shop with its demo catalogue; one for the whole test process, journeys only add to it."""
    shop = start(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.clear_away()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, quiet and without a sandbox of its own (tests may run as root)."""
    return {
        "executable_path": "/usr/bin/chromium",
        "headless": True,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
        ],
    }


@pytest.fixture(scope="session")
def base_url(running_shop: RunningShop) -> str:
    """Pages are named by their path."""
    return running_shop.url


@pytest.fixture
def open_page(browser: Browser, base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own (options as `Browser.new_context` takes them).

    At the end the shop's own pages must have made no complaint: no error in the console, none of the content policy.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(**options: Any) -> Page:
        context = browser.new_context(base_url=base_url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda message: _hear(message, base_url, complaints))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _hear(message: Any, base_url: str, complaints: list[str]) -> None:
    """An error that one of the shop's own pages reports; the payment service's pages are not ours.

    A form that comes back with something to mend is answered with 400, which the console mentions too.
    """
    if message.type != "error" or "status of 400" in message.text:
        return
    if message.location["url"].startswith(base_url):
        complaints.append(f"{message.location['url']}: {message.text}")
