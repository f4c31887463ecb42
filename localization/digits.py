"""Digits of any script as ASCII: people type ١٢٣, １２３ or 123 and mean the same."""

import unicodedata


def ascii_digits(text: str) -> str:
    """`text` with every decimal digit of Unicode as 0 to 9 and full-width letters and signs as ASCII ones."""
    return text if text.isascii() else "".join(_folded(letter) for letter in text)


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter
    value = unicodedata.decimal(letter, None)
    if value is not None:
        return str(value)
    folded = unicodedata.normalize("NFKC", letter)
    return folded if folded.isascii() and len(folded) == 1 else _dash(letter)


def _dash(letter: str) -> str:
    """Japanese and typographic dashes between digits (― ー − –) as a hyphen."""
    return "-" if letter == "ー" or unicodedata.category(letter) == "Pd" or letter == "−" else letter
