"""The back office's tests of the catalog stand in a shop with markets."""

import pytest

from localization.services.load_markets import load_markets


@pytest.fixture(autouse=True)
def _shop(db):
    """The page that says no is the shop's own and knows its markets."""
    load_markets()
