"""One shop of its own for the journeys that kill it."""

from collections.abc import Iterator

import pytest

from tests.browser.running_shop import RunningShop, start


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker takes every journey of this folder: they share a shop, and kill it."""
    for item in items:
        if "tests/journeys/" in item.nodeid:
            item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.fixture(scope="session")
def frail_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """A whole shop whose processes may be killed; what a killed worker held comes back after ten seconds."""
    shop = start(tmp_path_factory.mktemp("frail"), TASK_VISIBILITY_SECONDS="10")
    yield shop
    shop.clear_away()
