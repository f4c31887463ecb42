"""What the tests of the services of logistics share."""

import pytest
import responses

from tests.logistics.desk import DESK


@pytest.fixture
def desk(settings):
    """Customs is reached at the sandbox's address, where the test says what it answers."""
    settings.CUSTOMS = DESK
    with responses.RequestsMock() as mock:
        yield mock
