"""A CSV of the members of country groups, such as area 2020 of the generalised preferences: columns group and member."""

import re
from collections.abc import Iterable

from logistics.landed_cost.packs import BadPack, Fault
from logistics.official.records import records

_FIELDS = {"group": ("group",), "member": ("member",)}
_GROUP = re.compile(r"[A-Z0-9]{3,4}")
_MEMBER = re.compile(r"[A-Z]{2}")


def read_groups(lines: Iterable[str], name: str) -> dict[str, frozenset[str]]:
    """The countries of each group. Raises BadPack naming file, line and column."""
    found: dict[str, set[str]] = {}
    faults: list[Fault] = []
    for record in records(lines, name, _FIELDS):
        if not _GROUP.fullmatch(record["group"]):
            faults.append(Fault(record.at, "group", f"a group like 2020 expected, not “{record['group']}”"))
        elif not _MEMBER.fullmatch(record["member"]):
            faults.append(Fault(record.at, "member", f"a country code expected, not “{record['member']}”"))
        else:
            found.setdefault(record["group"], set()).add(record["member"])
    if faults:
        raise BadPack(tuple(faults))
    return {group: frozenset(members) for group, members in found.items()}
