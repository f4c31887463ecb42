"""YAML whose every value knows its file and line; scalars stay text, so that no float and no octal sneaks in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from logistics.landed_cost.packs.faults import BadPack, Fault

# libyaml reads the same YAML ten times faster; the wheel of PyYAML has it nearly everywhere.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Located:
    """A value of a YAML file with its place: text, None, a mapping or a sequence of further located values."""

    value: "str | Mapping[str, Located] | Sequence[Located] | None"
    at: str
    field: str


def read_yaml(name: str, text: str) -> Located:
    """The file's one document. Raises BadPack: not YAML, a key twice, a key that is no text, nested too deep."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise BadPack((Fault(f"{name}:{line}", "", f"not YAML: {error.problem}"),)) from None
    except yaml.YAMLError as error:
        raise BadPack((Fault(f"{name}:1", "", f"not YAML: {error}"),)) from None
    if node is None:
        raise BadPack((Fault(f"{name}:1", "", "the file is empty"),))
    return _located(node, name, ())


def _located(node: yaml.Node, name: str, path: tuple[str, ...]) -> Located:
    at = f"{name}:{node.start_mark.line + 1}"
    field = "".join(path).lstrip(".")
    if len(path) > _MAX_DEPTH:
        raise BadPack((Fault(at, field, "nested too deep"),))
    if isinstance(node, yaml.MappingNode):
        return Located(_mapping(node, name, path), at, field)
    if isinstance(node, yaml.SequenceNode):
        items = [_located(item, name, (*path, f"[{index}]")) for index, item in enumerate(node.value)]
        return Located(items, at, field)
    plain_null = node.tag == "tag:yaml.org,2002:null"
    return Located(None if plain_null else str(node.value), at, field)


def _mapping(node: yaml.MappingNode, name: str, path: tuple[str, ...]) -> Mapping[str, Located]:
    found: dict[str, Located] = {}
    for key, value in node.value:
        at = f"{name}:{key.start_mark.line + 1}"
        if not isinstance(key, yaml.ScalarNode):
            raise BadPack((Fault(at, "".join(path), "a key is plain text"),))
        if key.value in found:
            raise BadPack((Fault(at, f"{''.join(path)}.{key.value}".lstrip("."), "this key is here twice"),))
        found[key.value] = _located(value, name, (*path, f".{key.value}"))
    return found
