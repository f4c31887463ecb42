"""The schema of a tariff pack: which fields there are. One pack may be spread over several files of a folder."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from logistics.landed_cost.charges import Collected, Confidence, Kind
from logistics.landed_cost.conditions import Scope
from logistics.landed_cost.consignment import Incoterm, Mode
from logistics.landed_cost.facts import Border
from logistics.landed_cost.pack import RefundWay
from logistics.landed_cost.packs.faults import BadPack, Fault
from logistics.landed_cost.packs.located import Located, read_yaml
from logistics.landed_cost.packs.periods import period_faults
from logistics.landed_cost.packs.shapes import (
    Faults,
    Record,
    amount,
    choice,
    currency_code,
    day,
    hs_prefix,
    list_of,
    map_of,
    matching,
    number,
    one_or_more,
    rate,
    share,
    text,
    truth,
)
from logistics.landed_cost.refusals import Reason
from logistics.landed_cost.rounding import MODES
from logistics.landed_cost.rule import Level, Per

_NAME = matching(re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*", re.ASCII), "a name of letters, digits and hyphens")
_CODE = matching(re.compile(r"[A-Z]{2}(-[A-Z0-9]{2,6})?"), "a code like DE or ES-CN")
_ORIGIN = matching(re.compile(r"[A-Z]{2}|@[a-z0-9-]+"), "a country code or a @group")
_REGION = matching(re.compile(r"[A-Z0-9]{1,3}"), "a subdivision of ISO 3166-2 without its country, like ON")
_HS_VERSION = matching(re.compile(r"HS\d{4}"), "an edition of the Harmonized System like HS2022")
_WHOLE = matching(re.compile(r"[1-9]\d{0,5}"), "a whole number")
_FACTOR = matching(re.compile(r"\d{1,3}(\.\d{1,6})?"), "a factor like 1.1")

_ROUNDING = Record({"to": number}, {"mode": choice(*MODES)})
_EVIDENCE = {
    "source": text,
    "confidence": choice(*get_args(Confidence)),
    "from": day,
    "to": day,
    "note": text,
    "verify": text,
}
_BOUNDS = dict.fromkeys(("above", "at_least", "below", "at_most"), number)
_AMONG = Record({}, {"in": list_of(_ORIGIN), "not_in": list_of(_ORIGIN)})
_VALUE = Record({"basis": text}, {"scope": choice(*get_args(Scope)), "currency": currency_code, **_BOUNDS})
_WHEN = Record(
    {},
    {
        "border": list_of(choice(*get_args(Border))),
        "mode": list_of(choice(*get_args(Mode))),
        "incoterm": list_of(choice(*get_args(Incoterm))),
        "ship_from": _AMONG,
        "origin": _AMONG,
        "registered": list_of(text),
        "not_registered": list_of(text),
        "personal": truth,
        "goods": Record({}, {"none_of": list_of(_NAME), "only": list_of(_NAME)}),
        "units_at_most": _WHOLE,
        "region": Record({}, {"in": list_of(_REGION), "not_in": list_of(_REGION)}),
        "proof_of_origin": truth,
        "value": one_or_more(_VALUE),
        "buyer_year": Record({"basis": text}, {"currency": currency_code, **_BOUNDS}),
        "buyer_day": Record({"basis": text}, {"currency": currency_code, **_BOUNDS}),
        "buyer_parcels": Record({"period": choice("month", "half_year", "year"), "at_most": _WHOLE}),
    },
)


def _base(here: Located, faults: Faults) -> Any:
    """A name, a list of names, or names with factors and perhaps a mix for personal imports."""
    if isinstance(here.value, str):
        return {here.value: "1"}
    if isinstance(here.value, list):
        return {text(item, faults): "1" for item in here.value}
    if isinstance(here.value, Mapping):
        return {
            name: _base(part, faults) if name == "personal" else _FACTOR(part, faults)
            for name, part in here.value.items()
        }
    faults.add(here, "a base expected: a part, a list of parts, or parts with factors")
    return {}


_RULE = Record(
    {
        "id": _NAME,
        "kind": choice(*get_args(Kind)),
        "authority": text,
        "source": text,
        "confidence": choice(*get_args(Confidence)),
        "from": day,
    },
    {
        "title": text,
        "base": _base,
        "rate": rate,
        "table": _NAME,
        "preference": _NAME,
        "collected": choice(*get_args(Collected)),
        "gross_up": truth,
        "flat": amount,
        "per": choice(*get_args(Per)),
        "scale": list_of(Record({"rate": share}, {"up_to": number, "deduct": number})),
        "currency": currency_code,
        "level": choice(*get_args(Level)),
        "factor": share,
        "net_of": list_of(_NAME),
        "unless": list_of(_NAME),
        "at_least": number,
        "at_most": number,
        "waived_up_to": number,
        "rounding": _ROUNDING,
        "base_rounding": _ROUNDING,
        "when": _WHEN,
        **_EVIDENCE,
    },
)
_WAY = choice(*get_args(RefundWay))
_REFUND = Record(
    {"duty": _WAY, "tax": _WAY, "source": text, "confidence": choice(*get_args(Confidence))},
    {"within_days": _WHOLE, "note": text, "verify": text},
)
_SCHEME = Record(
    {
        "id": _NAME,
        "collected": choice(*get_args(Collected)),
        "source": text,
        "confidence": choice(*get_args(Confidence)),
        "from": day,
    },
    {
        "title": text,
        "when": _WHEN,
        "rules": list_of(_NAME),
        "vat_on_duty": truth,
        "waivers": list_of(Record({"rules": list_of(_NAME), "up_to": number})),
        "warnings": list_of(text),
        "refuse": choice(*get_args(Reason)),
        "detail": text,
        "refund": _REFUND,
        **_EVIDENCE,
    },
)
_ROW = Record(
    {"hs": one_or_more(hs_prefix), "rate": rate},
    {"origin": list_of(_ORIGIN), "region": list_of(_REGION), **_EVIDENCE},
)
_TABLE = Record(
    {"source": text, "confidence": choice(*get_args(Confidence)), "from": day, "rows": list_of(_ROW)},
    {"title": text, "sample": truth, "complete": truth, "hs_version": _HS_VERSION, **_EVIDENCE},
)
_HEADER = Record(
    {"code": _CODE, "title": text, "valid_from": day, "checked": day},
    {
        "extends": _CODE,
        "amends": _CODE,
        "territories": list_of(_CODE),
        "currency": currency_code,
        "expires": day,
        "route": choice("consignment", "line"),
        "rounding": _ROUNDING,
        "verify": list_of(text),
    },
)
_FILE = Record(
    {},
    {
        "pack": _HEADER,
        "sources": map_of(text),
        "authorities": map_of(text),
        "groups": map_of(list_of(_CODE)),
        "bases": map_of(_base),
        "classes": map_of(Record({"hs": list_of(hs_prefix)}, {"title": text, "hs_version": _HS_VERSION})),
        "tables": map_of(_TABLE),
        "rules": list_of(_RULE),
        "schemes": list_of(_SCHEME),
    },
)
_LISTS = ("rules", "schemes")


def check_pack(files: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The pack that some files (name, text) together are, as plain JSON data. Raises BadPack naming file, line, field."""
    faults = Faults()
    pack: dict[str, Any] = {}
    for name, content in files:
        here = read_yaml(name, content)
        _add(pack, _FILE(here, faults), (here, faults))
    if "pack" not in pack:
        faults.found.append(Fault(f"{files[0][0]}:1", "pack", "the pack has no header"))
    if not faults.found:
        faults.found.extend(period_faults(pack))
    if faults.found:
        raise BadPack(tuple(sorted(faults.found)))
    return pack


def _add(pack: dict[str, Any], part: dict[str, Any], origin: tuple[Located, Faults]) -> None:
    here, faults = origin
    for section, content in part.items():
        if section in _LISTS:
            pack.setdefault(section, []).extend(content)
        elif section == "pack" and section in pack:
            faults.add(here, "a second pack header")
        elif section != "at":
            for name in set(pack.get(section, ())) & set(content) - {"at"}:
                faults.add(here, f"{section}.{name} is here twice")
            pack.setdefault(section, {}).update(content)
