"""The check behind `addresses.check_address`: cleans every part and collects one sentence per bad field."""

import re
import unicodedata
from collections.abc import Mapping

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.address_rules import AddressRules, address_rules
from localization.card_numbers import holds_card_number
from localization.digits import ascii_digits
from localization.places import country_codes

CheckedParts = dict[str, str]
Problems = dict[str, str | Promise]

_LETTER_OF = {"company": "O", "city": "C", "region": "S", "postcode": "Z"}
_LONGEST = {"name": 100, "email": 254, "postcode": 16, "phone": 32}
_LONGEST_OTHER = 120
_REQUIRED = _("This field is required.")
# Marks that phones add round right-to-left text on copying; they are invisible and mean nothing in an address.
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c\ufeff]")
# Control characters, line separators, surrogates and the bidi overrides that make a label read backwards.
_FORBIDDEN = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_COUNTRY_PREFIX = re.compile(r"^[A-Z]{1,3}[- ]+(?=\d)")


def check_parts(parts: Mapping[str, str], problems: Problems) -> CheckedParts:
    """The parts of an address made regular; what is wrong goes into `problems` by field name."""
    clean = {name: _tidied(name, text, problems) for name, text in parts.items()}
    if clean["country"] not in country_codes():
        problems["country"] = _("Please choose a country.")
        return clean
    rules = address_rules(clean["country"])
    for name, letter in _LETTER_OF.items():
        if letter not in rules.fields:
            clean[name] = ""
    _require(clean, rules, problems)
    if clean["postcode"]:
        clean["postcode"] = _postcode(clean["postcode"], rules, problems)
    if clean["region"]:
        clean["region"] = _region(clean, rules, problems)
    if clean["phone"]:
        clean["phone"] = _phone(clean["phone"], clean["country"], problems)
    if clean["email"]:
        _check_email(clean["email"], problems)
    return clean


def _tidied(name: str, text: str, problems: Problems) -> str:
    """NFC, single spaces, no direction marks; what cannot be printed on one line, or must not be kept, is a problem."""
    tidy = _DIRECTION_MARKS.sub("", unicodedata.normalize("NFC", text)).strip()
    if any(unicodedata.category(letter) in _FORBIDDEN or letter in _BIDI_OVERRIDES for letter in tidy):
        problems[name] = _("This field contains characters that cannot be printed.")
        return ""
    if name != "phone" and holds_card_number(tidy):
        problems[name] = _("This looks like a card number. We never ask for it here.")
        return ""
    if len(tidy) > _LONGEST.get(name, _LONGEST_OTHER):
        problems[name] = _("This is too long for an address label.")
        return ""
    return re.sub(r"\s+", " ", tidy)


def _require(clean: CheckedParts, rules: AddressRules, problems: Problems) -> None:
    wanted = ["name", "street", *(name for name, letter in _LETTER_OF.items() if letter in rules.required)]
    for name in wanted:
        if not clean[name]:
            problems.setdefault(name, _REQUIRED)


def _postcode(text: str, rules: AddressRules, problems: Problems) -> str:
    """The postcode as its country writes it: "sw1a1aa" is "SW1A 1AA", "１０００００１" is "100-0001"."""
    typed = ascii_digits(text).upper()
    for candidate in (typed, _COUNTRY_PREFIX.sub("", typed)):
        written = _spaced_like_examples(candidate, rules.postcode_examples)
        if rules.postcode is None or rules.postcode.fullmatch(written):
            return written
    problems["postcode"] = _("This is not a postcode of that country.")
    return typed


def _spaced_like_examples(text: str, examples: tuple[str, ...]) -> str:
    """`text` with the separators of the example that has as many letters and digits in the same places."""
    compact = re.sub(r"[\s-]", "", text)
    for example in examples:
        if _shape(re.sub(r"[\s-]", "", example)) == _shape(compact):
            signs = iter(compact)
            return "".join(letter if letter in " -" else next(signs) for letter in example)
    return text


def _shape(text: str) -> str:
    return "".join("9" if letter.isdigit() else "A" for letter in text)


def _region(clean: CheckedParts, rules: AddressRules, problems: Problems) -> str:
    """The key of a region given by any of its names; free text where the country has no list."""
    if not rules.regions:
        return clean["region"]
    region = rules.region(clean["region"])
    if region is None:
        problems["region"] = _("Please choose one from the list.")
        return clean["region"]
    postcode_known = clean["postcode"] and "postcode" not in problems
    if postcode_known and region.postcodes and not region.postcodes.match(clean["postcode"]):
        problems["postcode"] = _("This postcode does not belong to the region you chose.")
    return region.key


def _phone(text: str, country: str, problems: Problems) -> str:
    """E.164; a number without a country code is read as one of the address's country."""
    try:
        number = phonenumbers.parse(ascii_digits(text), country)
    except phonenumbers.NumberParseException:
        number = None
    # Length and country only: numbering plans grow faster than the library's list of numbers in use.
    reason = number and phonenumbers.is_possible_number_with_reason(number)
    if number is None or reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        problems["phone"] = _("This is not a phone number.")
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _check_email(text: str, problems: Problems) -> None:
    try:
        validate_email(text)
    except ValidationError:
        problems["email"] = _("This is not an e-mail address.")
