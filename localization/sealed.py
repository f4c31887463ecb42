"""Encryption at rest: texts that a stolen database or backup must not give away, under keys from settings.FIELD_KEYS.

The first key seals, every key opens, so a key is changed by putting a new one in front, running `manage.py reseal`, and
taking the old one out. A sealed text knows what it was sealed for and opens for nothing else.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
_DOT = "•"
_BORDER = "\x1f"  # between purpose and text; no purpose holds it


class CannotUnseal(ValueError):
    """No key of ours opens this text, it was altered, or it was sealed for something else."""


def new_key() -> str:
    """A random key for FIELD_KEYS: 32 bytes, URL-safe base64."""
    return Fernet.generate_key().decode()


def good_key(key: str) -> bool:
    """Whether this is 32 bytes in URL-safe base64."""
    try:
        return len(base64.urlsafe_b64decode(key.encode())) == KEY_BYTES
    except ValueError:
        return False


def seal(text: str, *, purpose: str) -> str:
    """The text encrypted and authenticated (Fernet: AES-128-CBC, HMAC-SHA256); each call gives another.

    Raises ImproperlyConfigured without keys.
    """
    return _box(_keys()).encrypt(f"{purpose}{_BORDER}{text}".encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """The text that was sealed for this purpose. Raises CannotUnseal, or ImproperlyConfigured without keys."""
    try:
        opened = _box(_keys()).decrypt(sealed.encode()).decode()
    except InvalidToken as wrong:
        raise CannotUnseal(purpose) from wrong
    found, _border, text = opened.partition(_BORDER)
    if found != purpose:
        raise CannotUnseal(purpose)
    return text


def reseal(sealed: str) -> str:
    """The same text under the first key. Raises CannotUnseal."""
    try:
        return _box(_keys()).rotate(sealed.encode()).decode()
    except InvalidToken as wrong:
        raise CannotUnseal from wrong


def fingerprint(text: str, *, purpose: str) -> str:
    """What equal texts share under the first key and nobody can guess without it: for equality search, 64 hex digits."""
    return _fingerprint(_keys()[0], purpose, text)


def fingerprints(text: str, *, purpose: str) -> tuple[str, ...]:
    """The fingerprint under every key, the first key's first: to find rows written before a key was changed."""
    return tuple(_fingerprint(key, purpose, text) for key in _keys())


def masked(text: str, *, head: int = 1, tail: int = 2) -> str:
    """The text with its middle as dots, e.g. "P•••••••••12"; at most half of it stays readable."""
    if len(text) < 2 * (head + tail):
        return _DOT * len(text)
    return text[:head] + _DOT * (len(text) - head - tail) + text[len(text) - tail :]


def _keys() -> tuple[str, ...]:
    keys: Sequence[str] = settings.FIELD_KEYS
    if not keys:
        raise ImproperlyConfigured("FIELD_KEYS is empty: nothing can be sealed or opened.")
    return tuple(keys)


@lru_cache(maxsize=4)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _fingerprint(key: str, purpose: str, text: str) -> str:
    """HMAC-SHA256 under a key of its own, derived from the field key, so that a digest says nothing about the cipher."""
    own = hmac.new(base64.urlsafe_b64decode(key), b"fingerprint", hashlib.sha256).digest()
    return hmac.new(own, f"{purpose}{_BORDER}{text}".encode(), hashlib.sha256).hexdigest()
