"""Order numbers: short enough to read out, no letter that looks like another, not countable by a stranger."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without 0, 1, I, L, O, U."""


def new_number() -> str:
    """A fresh number such as CW-7F3K-29QX; the database keeps it unique."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"CW-{letters[:4]}-{letters[4:]}"
