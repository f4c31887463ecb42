"""The test runner keeps its word: tests that share a running shop stay with one worker."""

import pytest


@pytest.mark.xdist_group("together")
def test_the_scheduler_hears_of_a_group(request):
    scheduled_by_group = request.config.getoption("loadgroup", default=False)
    assert request.node.nodeid.endswith("@together") == scheduled_by_group
