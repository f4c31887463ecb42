"""The ground a product stands on: a strict content security policy allows no inline colour, so the nearest of twelve classes."""

import re
from functools import lru_cache

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_TINTS = {
    "paper": (0xEF, 0xEA, 0xE0),
    "sand": (0xE9, 0xE0, 0xD0),
    "straw": (0xEF, 0xE6, 0xCB),
    "clay": (0xE9, 0xDB, 0xCF),
    "rose": (0xEA, 0xD9, 0xD8),
    "plum": (0xE3, 0xDA, 0xE3),
    "iris": (0xDD, 0xDD, 0xEA),
    "sky": (0xDB, 0xE4, 0xEA),
    "sea": (0xD8, 0xE6, 0xE6),
    "jade": (0xDB, 0xE7, 0xDF),
    "sage": (0xE0, 0xE4, 0xD6),
    "stone": (0xE2, 0xE2, 0xDF),
}
"""Names and light-mode colours; `tokens.css` has a class `tint-<name>` for each, with its dark counterpart."""
TINT_NAMES = tuple(_TINTS)


@lru_cache(maxsize=1024)
def tint_class(colour: str) -> str:
    """The CSS class nearest to a "#rrggbb" colour; "tint-paper" for anything that is none."""
    if not _HEX.fullmatch(colour or ""):
        return "tint-paper"
    wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "tint-" + min(_TINTS, key=lambda name: _distance(_TINTS[name], wanted))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
