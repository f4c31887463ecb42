"""Small promises every file keeps: a first line that says what it owns, one clock, no unfinished marks."""

import ast
import re

from tests.architecture.source import APPS, ROOT, files, name, tree

CLOCKS = re.compile(r"timezone\.now\(|datetime\.now\(|date\.today\(|utcnow\(|time\.time\(\)")
MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# The stand-in of the outside world and the starter are processes of their own, without Django's settings.
OWN_CLOCK = ("localization/clock.py", "shop/sandbox/", "shop/starter/", "shop/management/commands/")


def test_every_module_says_what_it_owns():
    silent = [name(p) for p in files(*APPS) if p.read_text().strip() and not ast.get_docstring(tree(p))]
    assert silent == []


def test_the_time_is_asked_of_one_clock():
    readers = [
        name(p) for p in files(*APPS) if not name(p).startswith(OWN_CLOCK) and CLOCKS.search(p.read_text())
    ]
    assert readers == []


def test_nothing_is_left_unfinished():
    places = [ROOT / "templates", ROOT / "shop", ROOT / "docs"]
    texts = [
        p for place in places for p in place.rglob("*") if p.suffix in {".py", ".html", ".css", ".js", ".md"}
    ]
    marked = [name(p) for p in [*texts, *files(*APPS)] if MARKS.search(p.read_text())]
    assert marked == []


def test_no_module_is_a_drawer_for_anything():
    drawers = {"utils.py", "helpers.py", "misc.py", "common.py", "tools.py"}
    assert [name(p) for p in files(*APPS) if p.name in drawers] == []
