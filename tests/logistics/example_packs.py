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
    """A published example: its inputs as lines, freight and other fields of a quote's JSON, and what it prints.

    `expected` are pairs of a rule (or duty, tax, total, scheme, "base of" a rule) and its figure. An id ending in "+" is
    the neighbour just over the limit that an example is about.
    """

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
_RELIEF_400 = f"""
pack: {{code: SG, title: Example, territories: [SG], currency: SGD, valid_from: 2000-01-01, checked: 2026-11-22}}
rules:
  - {{id: gst, kind: gst, base: cif, rate: 7 %, {WHY}}}
schemes:
  - {{id: relief, collected: border, when: {{value: {{basis: cif, at_most: 400}}}},
     source: example, confidence: M, from: 2000-01-01}}
  - {{id: taxed, collected: border, rules: [gst], source: example, confidence: M, from: 2000-01-01}}
"""
_LIST_CLEARANCE = f"""
pack: {{code: KR, title: Example, territories: [KR], currency: KRW, valid_from: 2000-01-01, checked: 2026-11-22}}
classes:
  general-clearance: {{title: Food and cosmetics, hs: ["18", "21", "33"]}}
rules:
  - {{id: vat, kind: import_vat, base: cif, rate: 10 %, {WHY}}}
schemes:
  - {{id: list-US, collected: border, source: example, confidence: M, from: 2000-01-01,
     when: {{ship_from: {{in: [US]}}, value: {{basis: fob, at_most: 200, currency: USD}},
            goods: {{none_of: [general-clearance]}}}}}}
  - {{id: relief, collected: border, source: example, confidence: M, from: 2000-01-01,
     when: {{value: {{basis: fob, at_most: 150, currency: USD}}}}}}
  - {{id: general, collected: border, rules: [vat], source: example, confidence: M, from: 2000-01-01}}
"""
_FOB_10000 = f"""
pack: {{code: PH, title: Example, territories: [PH], currency: PHP, valid_from: 2000-01-01, checked: 2026-11-22}}
rules:
  - {{id: vat, kind: import_vat, base: cif, rate: 12 %, {WHY}}}
schemes:
  - {{id: relief, collected: border, when: {{value: {{basis: fob, at_most: 10000}}}},
     source: example, confidence: M, from: 2000-01-01}}
  - {{id: taxed, collected: border, rules: [vat], source: example, confidence: M, from: 2000-01-01}}
"""
_GLOBAL_RATE = pack(
    "MX",
    "USD",
    """  - {id: global, kind: import_vat, authority: customs, base: fob, rate: 19 %,
     source: example, confidence: M, from: 2025-01-01, to: 2025-08-14}
  - {id: global, kind: import_vat, authority: customs, base: fob, rate: 33.5 %,
     source: example, confidence: M, from: 2025-08-15}""",
).replace("rules: [global, global]", "rules: [global]")
_BANDS = pack(
    "BR",
    "BRL",
    f"""  - {{id: ii, kind: duty, base: cif, currency: USD,
     scale: [{{up_to: 50, rate: 20 %}}, {{up_to: 3000, rate: 60 %, deduct: 20}}], {WHY}}}""",
)


def _grossed_up(currency: str, duty: str) -> str:
    rules = f"""  - {{id: ii, kind: duty, base: cif, rate: {duty} %, {WHY}}}
  - {{id: icms, kind: import_vat, base: [cif, ii], rate: 17 %, gross_up: true, {WHY}}}"""
    return pack("BR", currency, rules)


def _swiss(rate: str) -> str:
    rules = f"""  - {{id: vat, kind: import_vat, base: cif, rate: {rate} %,
     rounding: {{to: 0.05}}, waived_up_to: 5, {WHY}}}"""
    return pack("CH", "CHF", rules)


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
BAZG = (
    "https://bazg.admin.ch/bazg/en/home/information-individuals/online-shopping--mail-and-courier-consignments/"
    "importation-into-switzerland/receipt-of-letters-and-parcels.html"
)
D24AM = "https://d24am.com/economia/taxa-das-blusinhas-sites-chineses-antecipam-cobranca-nas-compras/"
SONORA = "https://sonorapresente.com/2025/07/golpe-al-bolsillo-suben-a-33-impuestos-para-compras-por-paqueteria-desde-el-extranjero"
_WON = {"fx": [{"source": "USD", "target": "KRW", "rate": "1400"}]}
SLIDES = "https://slideplayer.com/amp/9023258"
IMPORTSQUARE = "https://importsquare.com/post/dutyandtax"
MYMYPANDA = (
    "https://www.mymypanda.com/how-to-choose-the-right-cross-border-business-model-for-your-ecommerce/"
)
_SHIRTS = {"value": "20", "hs_code": "610910", "quantity": 2}
_SHOES = {"value": "60", "hs_code": "640399", "id": "2"}
_WATCH = {"value": "60", "hs_code": "910211", "id": "2"}

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
    Example("JP-01", SLIDES, _JP_RELIEF, "JP", "JPY", ({"value": "5000", "personal": False},), (("total", "0"),)),
    Example("JP-02", SLIDES, _simple("JP", "JPY", "10", "8", duty_base="cif"), "JP", "JPY", ({"value": "15000"},),
            (("duty", "1500"), ("tax", "1320"))),
    Example("JP-03", IMPORTSQUARE, _JP_RELIEF, "JP", "USD", ({"value": "90"},), (("total", "0"),),
            facts={"fx": [{"source": "USD", "target": "JPY", "rate": "110"}]}),
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
    Example("NZ-01", "https://fyi.org.nz/request/657/response/3311/attach/html/3/"
            "Copy%20of%20Examples%20of%20how%20to%20calculate%20Customs%20Charges.pdf.html",
            _simple("NZ", "NZD", "0", "15", duty_base="fob"), "NZ", "NZD", ({"value": "1000"},),
            (("duty", "0.00"), ("base of tax", "1100.00"), ("tax", "165.00")), freight="100"),
    Example("NZ-04", "https://en.aioexpress.com/region/newzealand", _simple("NZ", "NZD", "10", "15", duty_base="fob").replace(
            "collected: border", "collected: border, waivers: [{rules: [duty, tax], up_to: 59.99}]"),
            "NZ", "NZD", ({"value": "390"},), (("duty", "39.00"), ("tax", "64.35"), ("total", "103.35")),
            facts={"as_of": "2019-11-30"}),
    Example("SG-01", "http://101bao.com/content-56.html", _RELIEF_400, "SG", "SGD", ({"value": "200"},), (("total", "0"),)),
    Example("SG-02", "http://101bao.com/content-56.html", _RELIEF_400, "SG", "SGD", ({"value": "450"},), (("gst", "31.50"),)),
    Example("CH-02", BAZG, _swiss("8.1"), "CH", "CHF", ({"value": "62"},), (("total", "0.00"),)),
    Example("CH-02+", BAZG, _swiss("8.1"), "CH", "CHF", ({"value": "63"},), (("total", "5.10"),)),
    Example("CH-03", BAZG, _swiss("2.6"), "CH", "CHF", ({"value": "193"},), (("total", "0.00"),)),
    Example("CH-03+", BAZG, _swiss("2.6"), "CH", "CHF", ({"value": "194"},), (("total", "5.05"),)),
    Example("KR-02", "https://boxoregon.com/blogs/news/korea-s-customs-regulations-have-been-changed-all-shipment-need-arc-number",
            _LIST_CLEARANCE, "KR", "USD", ({"value": "5", "hs_code": "180690"}, {"value": "190", "id": "2"}),
            (("scheme", "general"), ("tax", "19.50")), facts={"ship_from": "US", **_WON}),
    Example("KR-02+", "https://boxoregon.com/blogs/news/korea-s-customs-regulations-have-been-changed-all-shipment-need-arc-number",
            _LIST_CLEARANCE, "KR", "USD", ({"value": "195"},), (("scheme", "list-US"), ("total", "0")),
            facts={"ship_from": "US", **_WON}),
    Example("ZA-02", "https://www.pioneerfreight.co.za/how-is-customs-duty-vat-calculated-on-imported-goods/",
            pack("ZA", "ZAR", f"""  - {{id: duty, kind: duty, base: fob, rate: 0 %, {WHY}}}
  - {{id: vat, kind: import_vat, base: {{goods: 1.1, duty: 1}}, rate: 15 %, {WHY}}}"""),
            "ZA", "ZAR", ({"value": "1000"},), (("duty", "0.00"), ("base of vat", "1100.00"), ("vat", "165.00"))),
    Example("CL-01", "https://www.eldinamo.cl/economia/dinero/2025/10/02/"
            "compras-online-en-el-extranjero-con-iva-las-plataformas-inscritas-y-como-se-aplicara-el-impuesto/",
            pack("CL", "USD", f"  - {{id: vat, kind: vat, base: goods_plus_shipping, rate: 19 %, {WHY}}}",
                 scheme="when: {registered: [CL-VAT]}"),
            "CL", "USD", ({"value": "25"},), (("vat", "5.70"), ("duty", "0")), freight="5",
            facts={"registrations": ["CL-VAT"]}),
    Example("BR-01", "https://economia.uol.com.br/noticias/redacao/2025/07/29/"
            "e-mail-cobrando-taxa-das-blusinhas-pode-ser-golpe-quando-devo-pagar.htm",
            _grossed_up("USD", "20"), "BR", "USD", ({"value": "50"},), (("ii", "10.00"), ("icms", "12.29"))),
    Example("BR-03", "https://g1.globo.com/jornal-nacional/noticia/2024/06/06/"
            "saiba-como-as-medidas-aprovadas-no-senado-mudam-os-impostos-nas-compras-internacionais-on-line.ghtml",
            _BANDS, "BR", "BRL", ({"value": "1000"},), (("ii", "495.20"),),
            facts={"fx": [{"source": "USD", "target": "BRL", "rate": "5.24"}]}),
    Example("BR-04", D24AM, _grossed_up("BRL", "0"), "BR", "BRL", ({"value": "100"},), (("ii", "0.00"), ("icms", "20.48"))),
    Example("BR-05", D24AM, _grossed_up("BRL", "20"), "BR", "BRL", ({"value": "100"},), (("ii", "20.00"), ("icms", "24.58"))),
    Example("MX-01", SONORA, _GLOBAL_RATE, "MX", "USD", ({"value": "500"},), (("global", "95.00"),),
            facts={"as_of": "2025-08-14"}),
    Example("MX-02", SONORA, _GLOBAL_RATE, "MX", "USD", ({"value": "500"},), (("global", "167.50"),),
            facts={"as_of": "2025-08-15"}),
    Example("IN-01", "https://mumbaicustomszone3.gov.in/apsc-ict-faq",
            pack("IN", "INR", f"""  - {{id: bcd, kind: duty, base: cif, rate: 20 %, {WHY}}}
  - {{id: sws, kind: duty, base: bcd, rate: 0 %, {WHY}}}
  - {{id: igst, kind: import_vat, base: [cif, duty], rate: 18 %, {WHY}}}"""),
            "IN", "INR", ({"value": "100"},), (("bcd", "20.00"), ("igst", "21.60"), ("total", "41.60"))),
    Example("TW-01", "https://www.transbang.com/en-us/help/service_expense_payment/?index=25",
            _simple("TW", "TWD", "3.4", "5", duty_base="cif").replace("valid_from", "rounding: {to: 1}, valid_from"),
            "TW", "TWD", ({"value": "12125"},), (("duty", "412.00"), ("tax", "627.00"), ("total", "1039.00"))),
    Example("PH-02", "https://www.importtaxph.com/how-it-works", _FOB_10000, "PH", "PHP", ({"value": "3000"},),
            (("scheme", "relief"), ("total", "0")), freight="800"),
    Example("PH-02+", "https://www.importtaxph.com/how-it-works", _FOB_10000, "PH", "PHP", ({"value": "10000.01"},),
            (("scheme", "taxed"), ("base of vat", "10800.01")), freight="800"),
    Example("CA-01", "https://smallformfactor.net/forum/threads/s4-mini-classic-s4m-c.96/post-46018",
            _simple("CA", "CAD", "4", "5", duty_base="fob"), "CA", "CAD", ({"value": "100", "currency": "USD"},),
            (("base of duty", "115.00"), ("duty", "4.60"), ("base of tax", "119.60"), ("tax", "5.98"), ("total", "10.58")),
            facts={"fx": [{"source": "USD", "target": "CAD", "rate": "1.15"}]}),
)  # fmt: skip
