"""Makes records of the registrations in settings.REGISTRATIONS: the first seed of a new shop."""

from datetime import date

from django.conf import settings

from logistics.models import Registration
from logistics.services.add_registration import add_registration
from logistics.values import RegistrationSheet

_ACTOR = "settings.REGISTRATIONS"
# The day the oldest of these schemes began (GST on low-value goods in Australia): a seed says nothing about its own.
_SINCE = date(2018, 7, 1)


def load_registrations() -> int:
    """Add the shop's registration of every code that has no record yet; what operators added or ended stays. Says how many.

    Raises BadRegistration for a number its authority could not have given.
    """
    known = set(Registration.objects.filter(holder="").values_list("code", flat=True))
    fresh = {code: number for code, number in settings.REGISTRATIONS.items() if code not in known}
    for code, number in fresh.items():
        add_registration(RegistrationSheet(code=code, number=number, valid_from=_SINCE), actor=_ACTOR)
    return len(fresh)
