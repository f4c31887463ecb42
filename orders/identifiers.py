"""The pure rules of buyers' identifiers: which customs asks for one, why, and what a good one looks like.

Sources: check digits by python-stdnum where it has the number; the others as told at each row. [BG] is background knowledge.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum import luhn
from stdnum.br import cpf
from stdnum.cn import ric
from stdnum.id import nik
from stdnum.in_ import epic, pan
from stdnum.tr import tckimlik

from localization.digits import ascii_digits
from localization.places import needs_papers, territory_of
from orders.refusals import BadIdentifier, IdentifierMissing

LONGEST = 40
_APART = re.compile(r"[\s./-]")
_TW_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"  # the n-th letter counts as 10 + n
_TW_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


@dataclass(frozen=True, kw_only=True)
class IdentifierKind:
    """What the customs of one destination asks of a buyer; `label`, `reason` and `hint` are for the buyer's eyes."""

    code: str
    country: str
    label: str | Promise
    reason: str | Promise
    hint: str | Promise
    check: Callable[[str], bool]
    source: str


def _pattern(text: str) -> Callable[[str], bool]:
    compiled = re.compile(text, re.ASCII)
    return lambda number: compiled.fullmatch(number) is not None


def _taiwan(number: str) -> bool:
    """An identity or residence number by its check digit, or the mobile number an EZ WAY account goes by."""
    if re.fullmatch(r"09\d{8}", number, re.ASCII):
        return True
    if not re.fullmatch(r"[A-Z][1289]\d{8}", number, re.ASCII):
        return False
    digits = f"{10 + _TW_LETTERS.index(number[0])}{number[1:]}"
    return sum(int(digit) * weight for digit, weight in zip(digits, _TW_WEIGHTS, strict=True)) % 10 == 0


_PASSPORT_OF_INDIA = _pattern(r"[A-Z]\d{7}")
_SAUDI = _pattern(r"[12]\d{9}")

KINDS: Mapping[str, IdentifierKind] = {
    kind.country: kind
    for kind in (
        IdentifierKind(
            code="KR-PCCC",
            country="KR",
            label=_("Personal customs clearance code (PCCC)"),
            reason=_(
                "Korean customs clears a parcel to a person only under their personal customs clearance code."
            ),
            hint=_("P and twelve digits. You get it at unipass.customs.go.kr."),
            check=_pattern(r"P\d{12}"),
            source="Korea Customs Service, UNIPASS; P and 12 digits [BG]",
        ),
        IdentifierKind(
            code="BR-CPF",
            country="BR",
            label=_("CPF"),
            reason=_(
                "Brazilian customs clears no parcel without the taxpayer number of whoever receives it."
            ),
            hint=_("Eleven digits, with or without dots and hyphen."),
            check=lambda number: cpf.is_valid(number) and len(set(number)) > 1,
            source="Receita Federal, IN RFB 1737/2017; two check digits",
        ),
        IdentifierKind(
            code="CN-RIC",
            country="CN",
            label=_("Resident identity card number"),
            reason=_(
                "Chinese customs compares order, payment and parcel by the buyer's identity card, and counts the"
                " yearly allowance by it."
            ),
            hint=_("Eighteen signs, as on the card."),
            check=ric.is_valid,
            source="GACC announcement 2018/194; GB 11643-1999, ISO 7064 MOD 11-2",
        ),
        IdentifierKind(
            code="TW-ID",
            country="TW",
            label=_("Identity or residence number, or EZ WAY mobile number"),
            reason=_(
                "Taiwan's customs asks whoever imports to confirm it under their own name, by the EZ WAY app."
            ),
            hint=_("A letter and nine digits, or the ten digits of the mobile number."),
            check=_taiwan,
            source="Taiwan customs real-name clearance; check digit of the national identification number [BG]",
        ),
        IdentifierKind(
            code="TR-TCKN",
            country="TR",
            label=_("T.C. identity number"),
            reason=_("Turkish customs clears a parcel to a person only under their identity number."),
            hint=_("Eleven digits; foreign residents use the one that begins with 99."),
            check=tckimlik.is_valid,
            source="Türkiye, law 5490; two check digits",
        ),
        IdentifierKind(
            code="IN-KYC",
            country="IN",
            label=_("PAN, voter or passport number"),
            reason=_("Indian customs asks carriers to know who receives a parcel from abroad."),
            hint=_("The number as it stands on the document."),
            check=lambda number: pan.is_valid(number) or epic.is_valid(number) or _PASSPORT_OF_INDIA(number),
            source="CBIC, know-your-customer rules of courier imports [BG]",
        ),
        IdentifierKind(
            code="ID-NIK",
            country="ID",
            label=_("NIK"),
            reason=_("Indonesian customs clears a parcel to a person only under their population number."),
            hint=_("Sixteen digits, as on the identity card."),
            check=nik.is_valid,
            source="PMK 199/2019 and its successors; NIK with region and day of birth [BG]",
        ),
        IdentifierKind(
            code="SA-ID",
            country="SA",
            label=_("National identity or Iqama number"),
            reason=_(
                "Saudi customs clears a parcel to a person only under their identity or residence number."
            ),
            hint=_("Ten digits that begin with 1 or 2."),
            check=lambda number: _SAUDI(number) and luhn.is_valid(number),
            source="ZATCA; ten digits, first 1 (citizen) or 2 (resident), Luhn check digit [BG]",
        ),
    )
}
BY_CODE: Mapping[str, IdentifierKind] = {kind.code: kind for kind in KINDS.values()}
COUNTED = frozenset({"CN-RIC"})
"""Kinds by which a yearly allowance is counted: their fingerprint outlives the number, until the year is over."""


def asked_of(country: str, postcode: str, *, ships_from: Iterable[str]) -> IdentifierKind | None:
    """What customs at the destination asks for, None where it asks nothing or no parcel crosses a border."""
    kind = KINDS.get(country)
    if kind is None:
        return None
    to = territory_of(country, postcode)
    crosses = any(needs_papers(territory_of(origin), to) for origin in ships_from)
    return kind if crosses else None


def checked_identifier(kind: IdentifierKind, typed: str) -> str:
    """The identifier in the letters and digits customs expects. Raises IdentifierMissing, BadIdentifier."""
    compact = _APART.sub("", ascii_digits(typed)).upper()
    if not compact:
        raise IdentifierMissing(label=kind.label, reason=kind.reason)
    if len(compact) > LONGEST or not kind.check(compact):
        raise BadIdentifier(label=kind.label, hint=kind.hint)
    return compact
