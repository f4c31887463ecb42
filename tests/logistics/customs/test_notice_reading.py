"""Reading a foreign notice: its own words where they make sense, Misread where they do not."""

import pytest

from localization.outside import Misread
from logistics.customs.notice_reading import read_notice
from tests.logistics.desk import a_notice, told


def test_a_notice_is_read_as_it_was_written():
    assert read_notice(told("held", 2, reason="documents_required")) == a_notice(
        "held", 2, reason="documents_required"
    )


def test_control_and_direction_characters_do_not_reach_a_page():
    assert read_notice({**told("refused", 1), "reason": "pro\u202ehibited\x00\n"}).reason == "prohibited"


@pytest.mark.parametrize(
    "change",
    [
        {"event_id": ""},
        {"declaration": 7},
        {"sequence": 0},
        {"sequence": True},
        {"sequence": "1"},
        {"sequence": 10**9},
        {"state": "eaten"},
        {"state": None},
        {"reason": "x" * 201},
        {"asked": {}},
        {"asked": [{"text": "no code"}]},
        {"asked": [{"code": "<b>"}]},
        {"asked": [{"code": "invoice"}] * 21},
    ],
)
def test_a_part_that_is_wrong_is_misread(change):
    with pytest.raises(Misread):
        read_notice({**told("held", 1), **change})


@pytest.mark.parametrize("document", [None, [], "held", 7])
def test_what_is_no_object_is_misread(document):
    with pytest.raises(Misread):
        read_notice(document)
