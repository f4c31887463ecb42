"""One running shop and one Chromium for all journeys of a test process."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.running_shop import RunningShop, start


@pytest.fixture(scope="session")
def running_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """The shop with its demo catalogue; one for the whole test process, journeys only add to it."""
    shop = start(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.stop()


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
