"""What buyers type where a number is meant: any digits are read, anything else is refused, nothing is guessed."""

import re

from localization.digits import ascii_digits
from orders.quantities import LEAST, MOST
from orders.refusals import BadQuantity, NotForSale

_ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def typed_quantity(text: str) -> int:
    """A whole number of at most four digits, of any script: "3" and "٣" alike. Raises BadQuantity for "1.5", "-1", "1e3"."""
    plain = ascii_digits(text.strip()[:20])
    if not re.fullmatch(r"[0-9]{1,4}", plain, re.ASCII):
        raise BadQuantity(quantity=text[:20], least=LEAST, most=MOST)
    return int(plain)


def typed_variant(text: str) -> int:
    """The id of a variant as a form sends it. Raises NotForSale for what is no id."""
    if not _ID.fullmatch(text):
        raise NotForSale(variant_id=0)
    return int(text)


def typed_id(text: str) -> int | None:
    """A row's id as a form sends it; None for what is none, which then is found nowhere."""
    return int(text) if _ID.fullmatch(text) else None
