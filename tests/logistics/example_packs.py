"""Small packs with the historic rates of published worked examples, and the figures of those examples."""

from dataclasses import dataclass, field
from typing import Any


def pack(code: str, currency: str, rules: str, *, extra: str = "", header: str = "", scheme: str = "") -> str:
    """A pack of one scheme for every border, with the given rules in their order."""
    ids = [row.split("id:")[1].split(",")[0].strip() for row in rules.splitlines() if "id:" in row]
    return f"""
pack: {{code: {code}, title: Example, territories: [{code}], currency: {currency},
  valid_from: 2000-01-01, checked: 2026-11-22, {header}}}
{extra}
rules:
{rules}
schemes:
  - {{id: all, collected: border, rules: [{", ".join(ids)}], source: example, confidence: M, from: 2000-01-01, {scheme}}}
"""


WHY = "authority: customs, source: example, confidence: M, from: 2000-01-01"


@dataclass(frozen=True)
class Example:
    """A published example: its inputs as lines and freight, and the (rule, amount) pairs it prints."""

    example_id: str
    source: str
    pack: str
    to: str
    currency: str
    lines: tuple[dict[str, Any], ...]
    expected: tuple[tuple[str, str], ...]
    freight: str = "0"
    facts: dict[str, Any] = field(default_factory=dict)


def _eu(vat: str, *, taxed: str) -> str:
    rules = f"""  - {{id: duty, kind: duty, flat: 3.00 EUR, per: hs6, {WHY}}}
  - {{id: vat, kind: import_vat, base: [duty], rate: {vat} %, {WHY}}}"""
    return pack("FR", "EUR", rules, scheme=f"vat_on_duty: {taxed}")


def _simple(code: str, currency: str, duty: str, tax: str, *, duty_base: str, extra: str = "") -> str:
    rules = f"""  - {{id: duty, kind: duty, base: {duty_base}, rate: {duty} %, {extra}{WHY}}}
  - {{id: tax, kind: import_vat, base: [goods, freight, insurance, duty], rate: {tax} %, {WHY}}}"""
    return pack(code, currency, rules)


def _composite(consumption: str) -> str:
    rules = f"""  - {{id: ct, kind: cbec_tax, base: cif, rate: {consumption} %, gross_up: true, factor: 70 %, {WHY}}}
  - {{id: vat, kind: cbec_tax, base: [cif, ct.statutory], rate: 13 %, factor: 70 %, {WHY}}}"""
    return pack("CN", "CNY", rules)


_JP_RELIEF = f"""
pack: {{code: JP, title: Example, territories: [JP], currency: JPY, valid_from: 2000-01-01, checked: 2026-11-22}}
bases:
  value: {{goods: 1, freight: 1, insurance: 1, personal: {{goods: 0.6}}}}
rules:
  - {{id: tax, kind: consumption_tax, base: value, rate: 8 %, {WHY}}}
schemes:
  - {{id: exempt, collected: border, when: {{value: {{basis: value, at_most: 10000}}}},
     source: example, confidence: M, from: 2000-01-01}}
  - {{id: taxed, collected: border, rules: [tax], source: example, confidence: M, from: 2000-01-01}}
"""
_US = pack(
    "US",
    "USD",
    f"""  - {{id: s301, kind: duty, base: fob, rate: 25 %, when: {{origin: {{in: [CN]}}}}, {WHY}}}
  - {{id: mpf, kind: fee, base: fob, rate: 0.3464 %, level: consignment, {WHY}}}""",
)

GLOPAL = "https://merchants.glopal.com/en-us/blog/eu-customs-changes-on-1st-july-2026"
EAS = (
    "https://help.easproject.com/hc/en-gb/articles/5944792222111-"
    "Setting-up-3-EU-customs-duty-collection-Shopify-WooCommerce-and-EAS-API"
)
SLIDES = "https://slideplayer.com/amp/9023258"
IMPORTSQUARE = "https://importsquare.com/post/dutyandtax"
MYMYPANDA = (
    "https://www.mymypanda.com/how-to-choose-the-right-cross-border-business-model-for-your-ecommerce/"
)
_SHIRTS = {"value": "20", "hs_code": "610910", "quantity": 2}
_SHOES = {"value": "60", "hs_code": "640399", "line_id": "2"}
_WATCH = {"value": "60", "hs_code": "910211", "line_id": "2"}

EXAMPLES = (
    Example("EU-01", GLOPAL, _eu("20", taxed="true"), "FR", "EUR", (_SHIRTS, _SHOES),
            (("duty", "6.00"), ("vat", "1.20"), ("total", "7.20"))),
    Example("EU-02", EAS, _eu("20", taxed="false"), "FR", "EUR", ({"value": "50", "quantity": 5},), (("duty", "3.00"),)),
    Example("EU-03", EAS, _eu("20", taxed="false"), "FR", "EUR", (_SHIRTS, _WATCH), (("duty", "6.00"),)),
    Example("EU-06", EAS, _eu("20", taxed="true"), "FR", "EUR", ({"value": "50"},), (("duty", "3.00"), ("vat", "0.60"))),
    Example("EU-07", EAS, _eu("20", taxed="false"), "FR", "EUR", ({"value": "50"},), (("duty", "3.00"), ("vat", "0.00"))),
    Example("DE-03", "https://haute-edition.com/de/shopping-guide/einfuhrung/zoll-und-einfuhr",
            _simple("DE", "EUR", "0", "19", duty_base="cif"), "DE", "EUR", ({"value": "115.00"},),
            (("tax", "21.85"), ("total", "21.85"))),
    Example("UK-01", "https://www.wedelivertheworld.co.uk/support/faqs/what-is-the-value-for-vat",
            _simple("GB", "GBP", "3.5", "17.5", duty_base="cif", extra="rounding: {to: 0.01, mode: down}, "),
            "GB", "GBP", ({"value": "80.00"},),
            # 3.5 % of 115 is 4.025 and the example prints 4.02: duty is cut to the penny
            (("duty", "4.02"), ("tax", "20.83"), ("total", "24.85")), freight="35.00"),
    Example("JP-01", SLIDES, _JP_RELIEF, "JP", "JPY", ({"value": "5000"},), (("total", "0"),), facts={"personal": False}),
    Example("JP-02", SLIDES, _simple("JP", "JPY", "10", "8", duty_base="cif"), "JP", "JPY", ({"value": "15000"},),
            (("duty", "1500"), ("tax", "1320"))),
    Example("JP-03", IMPORTSQUARE, _JP_RELIEF, "JP", "USD", ({"value": "90"},), (("total", "0"),), facts={"usd_jpy": "110"}),
    Example("JP-04", IMPORTSQUARE, pack("JP", "USD",
            f"  - {{id: tax, kind: consumption_tax, base: value, rate: 10 %, {WHY}}}",
            extra="bases: {value: {goods: 1, freight: 1, insurance: 1, personal: {goods: 0.6}}}"),
            "JP", "USD", ({"value": "1000"},), (("base of tax", "600.00"),)),
    Example("AU-01", "http://www.vwwatercooled.com.au/forums/f39/tirerack-com-why-would-buy-anywhere-else-39174-post445942.html",
            _simple("AU", "AUD", "5", "10", duty_base="fob"), "AU", "AUD", ({"value": "1200"},),
            (("duty", "60.00"), ("base of tax", "1410.00"), ("tax", "141.00"), ("total", "201.00")), freight="150"),
    Example("US-01", "https://shipseeker.xyz/calculator?calc=1&hts=98220410&value=10000", _US, "US", "USD",
            ({"value": "10000"},), (("s301", "2500.00"), ("mpf", "34.64"), ("total", "2534.64"))),
    Example("CN-01", MYMYPANDA, _composite("0"), "CN", "CNY", ({"value": "10000"},), (("total", "910.00"),)),
    Example("CN-02", MYMYPANDA, _composite("10"), "CN", "CNY", ({"value": "10000"},), (("total", "1788.89"),)),
    Example("CN-03", MYMYPANDA, _composite("15"), "CN", "CNY", ({"value": "10000"},), (("total", "2305.88"),)),
)  # fmt: skip
