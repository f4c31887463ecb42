"""The pure rules of tax registrations: what each scheme's number looks like, who gives it, and which papers may carry it.

Formats are the authorities' own where python-stdnum knows them, else as described at `source`; [BG] is background knowledge.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from stdnum.au import abn
from stdnum.br import cnpj
from stdnum.ch import vat as ch_vat
from stdnum.cl import rut
from stdnum.eu import oss
from stdnum.gb import vat as gb_vat
from stdnum.nz import ird
from stdnum.sg import uen
from stdnum.th import tin

from logistics.refusals import BadRegistration

Carrying = Literal["data", "invoice", "customs_form"]
"""What a number may stand on: data sent to carrier and customs, the commercial invoice, the postal form. Never the label."""

_CODE = re.compile(r"[A-Z]{2,4}(?:-[A-Z0-9]{2,8})?")
_ANY = re.compile(r"[A-Z0-9]{4,30}")
_APART = re.compile(r"[\s./-]")
_ONLY_DATA: frozenset[Carrying] = frozenset({"data"})
_ALL: frozenset[Carrying] = frozenset({"data", "invoice", "customs_form"})


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """A registration as landed cost names it: the authority that gives it, an invented example, the check, the papers."""

    authority: str
    example: str
    check: Callable[[str], bool]
    carried_by: frozenset[Carrying] = _ALL
    source: str


def _pattern(text: str) -> Callable[[str], bool]:
    compiled = re.compile(text)
    return lambda number: compiled.fullmatch(number) is not None


_SG_GST = _pattern(r"M[0-9A-Z]\d{7}[0-9A-Z]")
_ARN = _pattern(r"\d{12}")

SCHEMES: Mapping[str, Scheme] = {
    "IOSS": Scheme(
        authority="EU Member State of identification",
        example="IM2760000158",
        check=oss.is_valid,
        carried_by=_ONLY_DATA,
        source="Regulation (EU) 2020/194; the number goes electronically and on no parcel",
    ),
    "UK-VAT": Scheme(
        authority="HM Revenue & Customs",
        example="GB999999973",
        check=gb_vat.is_valid,
        source="HMRC VAT notice 700",
    ),
    "VOEC": Scheme(
        authority="Skatteetaten",
        example="2099999",
        check=_pattern(r"\d{7}"),
        source="VOEC guidelines: seven digits [BG]",
    ),
    "CH-VAT": Scheme(
        authority="Eidgenössische Steuerverwaltung",
        example="CHE100000006MWST",
        check=ch_vat.is_valid,
        source="UIDV, SR 431.031",
    ),
    "AU-GST": Scheme(
        authority="Australian Taxation Office",
        example="300000000009",
        check=lambda number: abn.is_valid(number) or _ARN(number),
        source="ATO: ABN of 11 digits, or ARN of 12 digits under simplified registration [BG]",
    ),
    "NZ-GST": Scheme(
        authority="Inland Revenue",
        example="49091869",
        check=ird.is_valid,
        source="Inland Revenue: IRD number",
    ),
    "SG-GST": Scheme(
        authority="Inland Revenue Authority of Singapore",
        example="M90000001X",
        check=lambda number: _SG_GST(number) or uen.is_valid(number),
        source="IRAS: GST registration number or UEN [BG]",
    ),
    "MY-LVG": Scheme(
        authority="Royal Malaysian Customs Department",
        example="W10240132000001",
        check=_pattern(r"[A-Z]\d{14}"),
        source="RMCD: a letter and 14 digits [BG]",
    ),
    "TH-VAT": Scheme(
        authority="Revenue Department",
        example="0990000000011",
        check=tin.is_valid,
        source="Thai tax number of 13 digits",
    ),
    "BR-PRC": Scheme(
        authority="Receita Federal",
        example="99000000000159",
        check=cnpj.is_valid,
        source="Remessa Conforme: CNPJ of the certified company, IN RFB 2146/2023 [BG]",
    ),
    "CL-VAT": Scheme(
        authority="Servicio de Impuestos Internos", example="590000019", check=rut.is_valid, source="SII: RUT"
    ),
    "CN-CBEC": Scheme(
        authority="China Customs",
        example="CW31000001",
        check=_pattern(r"[0-9A-Z]{10}"),
        carried_by=_ONLY_DATA,
        source="GACC: customs registration code of ten signs, carried in the CEB messages",
    ),
}


def checked_number(code: str, number: str) -> str:
    """The number without spaces and punctuation. Raises BadRegistration for a code or number that cannot be.

    A code we have no rule for, such as one of an operator's own tariff pack, takes 4 to 30 letters and digits.
    """
    compact = _APART.sub("", number).upper()
    if not _CODE.fullmatch(code):
        raise BadRegistration(scheme=code[:12], example="")
    scheme = SCHEMES.get(code)
    good = scheme.check(compact) if scheme else _ANY.fullmatch(compact) is not None
    if not good:
        raise BadRegistration(scheme=code, example=scheme.example if scheme else "")
    return compact


def may_stand_on(code: str, where: Carrying) -> bool:
    """Whether the number of a registration may stand there; that of an unknown scheme goes as data only."""
    scheme = SCHEMES.get(code)
    return where in (scheme.carried_by if scheme else _ONLY_DATA)


def authority_of(code: str) -> str:
    """Who gives the number, "" for a scheme we have no rule for."""
    scheme = SCHEMES.get(code)
    return scheme.authority if scheme else ""
