"""Change a customer's profile: what we call them and which language we write in."""

from localization.card_numbers import holds_card_number
from localization.languages import BY_CODE
from shop.accounts.models import User
from shop.accounts.refusals import BadProfile, CardNumberAsName

LONGEST_NAME = 120


def change_profile(*, user_id: int, name: str, language: str) -> None:
    """Write both.

    Raises BadProfile for a name that is too long or not printable, or a language we do not speak, and CardNumberAsName.
    """
    tidy = " ".join(name.split())
    if len(tidy) > LONGEST_NAME or not tidy.isprintable() or language not in BY_CODE:
        raise BadProfile
    if holds_card_number(tidy):
        raise CardNumberAsName
    User.objects.filter(pk=user_id).update(name=tidy, language=language)
