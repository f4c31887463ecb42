"""What lies sealed opens only with our keys, only for what it was sealed for, and tells nothing by its looks."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from localization.sealed import (
    CannotUnseal,
    fingerprint,
    fingerprints,
    good_key,
    masked,
    new_key,
    reseal,
    seal,
    unseal,
)

PCCC = "P123456789012"


@pytest.fixture
def keys(settings):
    """An old and a new key; the old one is in force."""
    old, new = new_key(), new_key()
    settings.FIELD_KEYS = [old]
    return old, new


def test_a_sealed_text_opens_and_does_not_show(keys):
    sealed = seal(PCCC, purpose="test")
    assert PCCC not in sealed
    assert seal(PCCC, purpose="test") != sealed
    assert unseal(sealed, purpose="test") == PCCC


def test_a_text_sealed_for_one_thing_opens_for_no_other(keys):
    sealed = seal(PCCC, purpose="test")
    with pytest.raises(CannotUnseal):
        unseal(sealed, purpose="other")


def test_an_altered_text_is_refused(keys):
    sealed = seal(PCCC, purpose="test")
    with pytest.raises(CannotUnseal):
        unseal(sealed[:-6] + "AAAAA=", purpose="test")


def test_a_key_is_changed_without_losing_anything(keys, settings):
    old, new = keys
    sealed = seal(PCCC, purpose="test")
    settings.FIELD_KEYS = [new, old]
    assert unseal(sealed, purpose="test") == PCCC
    again = reseal(sealed)
    settings.FIELD_KEYS = [new]
    assert unseal(again, purpose="test") == PCCC
    with pytest.raises(CannotUnseal):
        unseal(sealed, purpose="test")


def test_a_foreign_text_cannot_be_sealed_again(keys):
    with pytest.raises(CannotUnseal):
        reseal("gAAAAAB-nothing")


def test_equal_texts_share_a_fingerprint_that_needs_the_key(keys, settings):
    old, new = keys
    before = fingerprint(PCCC, purpose="test")
    assert len(before) == 64
    assert fingerprint(PCCC, purpose="test") == before
    assert fingerprint(PCCC, purpose="other") != before
    settings.FIELD_KEYS = [new, old]
    assert fingerprint(PCCC, purpose="test") != before
    assert fingerprints(PCCC, purpose="test")[1] == before


def test_without_a_key_nothing_is_sealed(settings):
    settings.FIELD_KEYS = []
    with pytest.raises(ImproperlyConfigured):
        seal(PCCC, purpose="test")


def test_a_masked_text_shows_less_than_half():
    assert masked(PCCC) == "P••••••••••12"
    assert masked("IM2760000158", head=2, tail=3) == "IM•••••••158"
    assert masked("12345") == "•••••"


def test_a_key_is_32_bytes():
    assert good_key(new_key())
    assert not good_key("short")
    assert not good_key("no base64 at all, not even nearly so")
