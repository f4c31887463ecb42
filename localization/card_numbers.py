"""Payment card numbers in text: found so that they are neither kept nor logged, wherever somebody types one."""

import re

from localization.digits import ascii_digits

# 13 to 19 digits as printed on cards, in groups or not, from a first digit that card schemes use (ISO/IEC 7812: 2 to 6);
# no digit right before or behind.
_LIKE_A_CARD = re.compile(r"(?<![0-9])[2-6](?:[ .-]?[0-9]){12,18}(?![0-9])", re.ASCII)
_MASK = "[card number]"


def holds_card_number(text: str) -> bool:
    """Whether a number in `text` passes for that of a payment card: its length, its beginning and its check digit."""
    return any(_checks(found.group()) for found in _LIKE_A_CARD.finditer(ascii_digits(text)))


def without_card_numbers(text: str) -> str:
    """`text` with every such number masked."""
    return _LIKE_A_CARD.sub(lambda found: _MASK if _checks(found.group()) else found.group(), text)


def _checks(number: str) -> bool:
    """The check digit of ISO/IEC 7812-1 (Luhn)."""
    digits = [int(sign) for sign in reversed(number) if sign.isdigit()]
    return sum(sum(divmod(digit * 2, 10)) if odd % 2 else digit for odd, digit in enumerate(digits)) % 10 == 0
