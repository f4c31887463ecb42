"""A file of restrictions is read strictly, each fault with its line and field."""

import pytest

from logistics.landed_cost.packs import BadPack
from logistics.restrictions import read_restrictions

GOOD = """
restrictions:
  - {id: gum, kind: banned, reason: Not allowed., hs: ["170410"], destination: [SG], source: x, confidence: BG, from: 2024-01-01}
"""


def _faults(text):
    with pytest.raises(BadPack) as refused:
        read_restrictions("own.yaml", text)
    return [str(fault) for fault in refused.value.faults]


def test_a_rule_is_read_with_its_evidence():
    (rule,) = read_restrictions("own.yaml", GOOD).rules
    assert (rule.rule_id, rule.prefixes, rule.evidence.confidence) == ("gum", ("170410",), "BG")


def test_a_word_that_is_no_kind_is_named_by_line_and_field():
    assert _faults(GOOD.replace("banned", "forbidden")) == [
        "own.yaml:3: restrictions[0].kind: one of banned, licence, warn, review expected, not “forbidden”"
    ]


def test_a_group_that_is_not_there_is_named():
    assert _faults(GOOD.replace("[SG]", '["@asia"]')) == [
        "own.yaml:3: gum.destination: there is no group “asia”"
    ]


def test_a_name_that_is_used_twice_is_named():
    again = GOOD + GOOD.splitlines()[2] + "\n"
    assert _faults(again) == ["own.yaml:4: gum.id: the same name as the rule of own.yaml:3"]
