"""The table behind `places`: unions, and the places inside a country that customs or VAT treats as apart.

As of 2026-11-22. Sources:
EU customs territory: Regulation (EU) No 952/2013 (Union Customs Code) art. 4, https://eur-lex.europa.eu/eli/reg/2013/952/oj
EU VAT area: Directive 2006/112/EC art. 5 to 7, https://eur-lex.europa.eu/eli/dir/2006/112/oj; Livigno and Campione as
    changed by Directive (EU) 2019/475 and Regulation (EU) 2019/474.
Northern Ireland (goods): Windsor Framework art. 5 and Directive (EU) 2020/1756 (prefix XI).
Crown dependencies: the customs arrangements with the United Kingdom of 2018-11-26, in force since 2021-01-01.
United States: 19 CFR 101.1 (states, District of Columbia and Puerto Rico are the customs territory).
Switzerland and Liechtenstein: customs treaty of 1923-03-29; Büsingen: treaty with Germany of 1964-11-23.
Norway: Svalbard has its own country code. Northern Cyprus and the Sovereign Base Areas have no postcode rule here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_EU_CODES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU_MEMBERS = frozenset(_EU_CODES.split())

CUSTOMS_UNION_OF: Mapping[str, str] = {
    **dict.fromkeys(EU_MEMBERS, "EU"),
    **dict.fromkeys(("MC", "SM", "AX", "GP", "MQ", "GF", "RE", "YT", "MF"), "EU"),
    **dict.fromkeys(("GB", "IM", "JE", "GG"), "GB"),
    **dict.fromkeys(("CH", "LI"), "CH"),
    **dict.fromkeys(("US", "PR"), "US"),
}
"""Country or territory code -> customs union; a code that is not here stands alone."""

FISCAL_UNION_OF: Mapping[str, str] = {
    **dict.fromkeys(EU_MEMBERS, "EU"),
    "MC": "EU",
    **dict.fromkeys(("GB", "IM"), "GB"),
    **dict.fromkeys(("CH", "LI"), "CH"),
}
"""Country or territory code -> the area in which its VAT counts as domestic or intra-union."""


@dataclass(frozen=True, kw_only=True)
class Enclave:
    """A place told apart by its postcode: `prefixes` of the compact postcode (letters and digits only)."""

    code: str
    country: str
    prefixes: tuple[str, ...]
    name: str | Promise
    customs_union: str | None = None
    fiscal_union: str | None = None


ENCLAVES = (
    Enclave(
        code="XI",
        country="GB",
        prefixes=("BT",),
        name=_("Northern Ireland"),
        customs_union="EU",
        fiscal_union="EU",
    ),
    Enclave(code="DE-HGL", country="DE", prefixes=("27498",), name=_("Heligoland")),
    Enclave(
        code="DE-BUS",
        country="DE",
        prefixes=("78266",),
        name=_("Büsingen am Hochrhein"),
        customs_union="CH",
        fiscal_union="CH",
    ),
    Enclave(code="IT-LIV", country="IT", prefixes=("23041",), name=_("Livigno")),
    Enclave(
        code="IT-CAM", country="IT", prefixes=("22061",), name=_("Campione d’Italia"), customs_union="EU"
    ),
    Enclave(code="ES-CN", country="ES", prefixes=("35", "38"), name=_("Canary Islands"), customs_union="EU"),
    Enclave(code="ES-CE", country="ES", prefixes=("51",), name=_("Ceuta")),
    Enclave(code="ES-ML", country="ES", prefixes=("52",), name=_("Melilla")),
    Enclave(
        code="GR-69", country="GR", prefixes=("63086", "63087"), name=_("Mount Athos"), customs_union="EU"
    ),
)
"""Places without a country code of their own."""

POSTED_AS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "FI": (("22", "AX"),),
    "FR": (
        ("971", "GP"),
        ("972", "MQ"),
        ("973", "GF"),
        ("974", "RE"),
        ("975", "PM"),
        ("976", "YT"),
        ("97700", "BL"),
        ("97133", "BL"),
        ("97150", "MF"),
        ("97800", "MF"),
        ("98000", "MC"),
        ("986", "WF"),
        ("987", "PF"),
        ("988", "NC"),
    ),
    "GB": (("JE", "JE"), ("GY", "GG"), ("IM", "IM")),
    "IT": (("47890", "SM"), ("00120", "VA")),
    "NO": (("917", "SJ"),),
    "US": (
        ("006", "PR"),
        ("007", "PR"),
        ("009", "PR"),
        ("008", "VI"),
        ("96799", "AS"),
        ("9691", "GU"),
        ("9692", "GU"),
        ("9693", "GU"),
        ("96940", "PW"),
        ("9694", "FM"),
        ("9695", "MP"),
        ("9696", "MH"),
        ("9697", "MH"),
    ),
}
"""Country written on the envelope -> (postcode prefix, the country code customs uses); the longest prefix wins."""

_NO_DESTINATIONS = "EU EZ UN ZZ XA XB QO AQ BV HM AC CP CQ DG EA IC TA"
NO_DESTINATIONS = frozenset(_NO_DESTINATIONS.split())
"""CLDR codes of groupings, of parts of countries that ISO 3166-1 does not list, and of places without addressees."""
