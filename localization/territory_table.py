"""The table behind `places`: unions, and the places inside a country that customs or VAT treats as apart.

As of 2026-11-22. Sources:
EU customs territory: Regulation (EU) No 952/2013 (Union Customs Code) art. 4, https://eur-lex.europa.eu/eli/reg/2013/952/oj
EU VAT area: Directive 2006/112/EC art. 5 to 7, https://eur-lex.europa.eu/eli/dir/2006/112/oj; Livigno and Campione as
    changed by Directive (EU) 2019/475 and Regulation (EU) 2019/474. San Marino: agreement on a customs union, OJ L 84 of 2002.
Places of the VAT area with rates of their own: Directive 2006/112/EC art. 104 (Jungholz and Mittelberg), 105 (Azores,
    Madeira) and 120 (islands of Greece; they share postcodes with islands at the ordinary rate and have no row here).
Northern Ireland (goods): Windsor Framework art. 5 and Directive (EU) 2020/1756 (prefix XI).
Crown dependencies: the customs arrangements with the United Kingdom of 2018-11-26, in force since 2021-01-01.
Gibraltar stands alone: whether its customs union with the EU (agreement published 2026-02-26) applies yet was not found.
Andorra stands alone: its customs union with the EU holds for chapters 25 to 97 only.
United States: 19 CFR 101.1 (states, District of Columbia and Puerto Rico are the customs territory).
Switzerland and Liechtenstein: customs treaty of 1923-03-29; Büsingen: treaty with Germany of 1964-11-23.
Postcodes: Liechtenstein writes 9485 to 9498 of the Swiss numbers, Büsingen also 8238, Campione also 6911;
    Jungholz and Mittelberg also have German ones; San Marino 47890 to
    47899 of the Italian ones, Greenland 39xx of the Danish ones, Jan Mayen 8099 of the Norwegian ones.
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
    Enclave(
        code="DE-BUS",
        country="CH",
        prefixes=("8238",),
        name=_("Büsingen am Hochrhein"),
        customs_union="CH",
        fiscal_union="CH",
    ),
    Enclave(code="IT-LIV", country="IT", prefixes=("23041",), name=_("Livigno")),
    Enclave(
        code="IT-CAM", country="IT", prefixes=("22061",), name=_("Campione d’Italia"), customs_union="EU"
    ),
    Enclave(code="IT-CAM", country="CH", prefixes=("6911",), name=_("Campione d’Italia"), customs_union="EU"),
    Enclave(
        code="AT-JUM",
        country="AT",
        prefixes=("6691", "6991", "6992", "6993"),
        name=_("Jungholz and Mittelberg"),
        customs_union="EU",
        fiscal_union="EU",
    ),
    Enclave(
        code="AT-JUM",
        country="DE",
        prefixes=("87491", "87567", "87568", "87569"),
        name=_("Jungholz and Mittelberg"),
        customs_union="EU",
        fiscal_union="EU",
    ),
    Enclave(
        code="PT-20",
        country="PT",
        prefixes=("95", "96", "97", "98", "99"),
        name=_("Azores"),
        customs_union="EU",
        fiscal_union="EU",
    ),
    Enclave(
        code="PT-30",
        country="PT",
        prefixes=("90", "91", "92", "93", "94"),
        name=_("Madeira"),
        customs_union="EU",
        fiscal_union="EU",
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
    "CH": (*((str(number), "LI") for number in range(9485, 9499)),),
    "DK": (("39", "GL"),),
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
        ("980", "MC"),
        ("986", "WF"),
        ("987", "PF"),
        ("988", "NC"),
    ),
    "GB": (("JE", "JE"), ("GY", "GG"), ("IM", "IM")),
    "IT": (("4789", "SM"), ("00120", "VA")),
    "NO": (("917", "SJ"), ("8099", "SJ")),
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
