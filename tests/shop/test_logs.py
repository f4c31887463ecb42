"""What reaches the log: one line per event, and no card number."""

import io
import logging
import logging.config

import pytest
import structlog
from django.conf import settings


@pytest.fixture
def written():
    """What the shop's own formatter makes of a record; a function of a logging call."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    rows = settings.LOGGING["formatters"]["lines"]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=rows["processors"], foreign_pre_chain=rows["foreign_pre_chain"]
        )
    )
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    logger.propagate = False
    yield lambda *record: (logger.error(*record), stream.getvalue())[1]
    logger.removeHandler(handler)
    logger.propagate = True


def test_a_card_number_in_an_address_line_is_masked(written):
    line = written("Not Found: %s", "/de/en/search/?q=4242 4242 4242 4242")
    assert "q=[card number]" in line
    assert "4242" not in line


def test_a_line_break_forges_no_second_line(written):
    line = written("refused %r", "ada\nERROR all is lost")
    assert line.count("\n") == 1
