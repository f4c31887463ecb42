"""Signatures between houses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.outside import BadSignature, sign, verify

BODY = b'{"id": 1}'
NOW = 1_790_000_000


def test_a_signature_names_its_time_and_the_digest_of_time_and_body():
    assert sign("secret", b"body", 1) == (
        "t=1,v1=842b24d9575dee4b6ec460b7e3af7d683501d84fe6279102340787c79d2e2bab"
    )


@given(secret=st.text(min_size=1).filter(str.strip), body=st.binary(), at=st.integers(0, 10**11))
def test_what_is_signed_verifies(secret, body, at):
    verify([secret], sign(secret, body, at), body, at)


def test_an_old_secret_still_counts_while_it_is_being_rotated():
    verify(["new", "old"], sign("old", BODY, NOW), BODY, NOW)


@pytest.mark.parametrize("secrets", [[], [""], ["  ", ""]])
def test_without_a_configured_secret_everything_is_refused(secrets):
    with pytest.raises(BadSignature, match="no secret"):
        verify(secrets, sign("", BODY, NOW), BODY, NOW)


@pytest.mark.parametrize("changed", [b'{"id": 2}', BODY + b" ", b""])
def test_a_body_changed_by_a_byte_is_refused(changed):
    with pytest.raises(BadSignature, match="does not fit"):
        verify(["secret"], sign("secret", BODY, NOW), changed, NOW)


def test_another_secret_is_refused():
    with pytest.raises(BadSignature, match="does not fit"):
        verify(["secret"], sign("other", BODY, NOW), BODY, NOW)


@pytest.mark.parametrize("late", [-301, 301, 3600])
def test_a_message_outside_the_window_is_refused(late):
    with pytest.raises(BadSignature, match="window"):
        verify(["secret"], sign("secret", BODY, NOW), BODY, NOW + late)


def test_a_message_at_the_edge_of_the_window_counts():
    verify(["secret"], sign("secret", BODY, NOW), BODY, NOW + 300)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "t=,v1=",
        "v1=00",
        f"t={NOW}",
        "t=١٧٩٠٠٠٠٠٠٠,v1=00",
        "t=-1,v1=00",
        "t=1e9,v1=00",
        f"t={'9' * 400},v1=00",
        f"t={NOW},v1=é",
    ],
)
def test_a_malformed_header_is_refused(header):
    with pytest.raises(BadSignature, match="malformed"):
        verify(["secret"], header, BODY, NOW)
