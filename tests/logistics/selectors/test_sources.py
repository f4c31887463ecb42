"""Rules with their sources, from the database and from the packs that ship."""

from pathlib import Path

import pytest
from django.core.management import call_command

from logistics.selectors.sources import active_sources
from logistics.services.load_tariff import TARIFFS, load_tariff

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.mark.django_db
def test_a_packs_rules_tell_source_day_and_confidence_and_tables_count_their_codes():
    load_tariff(TARIFFS / "JP")
    (pack,) = active_sources()
    assert (pack.code, pack.title, pack.checked) == ("JP", "Japan", "2026-11-22")
    tables = [line for line in pack.lines if line.rate.startswith("× ")]
    assert tables
    assert {line.confidence for line in pack.lines} <= {"H", "M", "L", "BG"}
    assert all(line.source and line.effective_from for line in pack.lines)


@pytest.mark.django_db
def test_a_pack_names_sources_of_the_pack_it_fills_itself_up_from():
    for code in ("EU", "AT"):
        load_tariff(TARIFFS / code)
    austria = {pack.code: pack for pack in active_sources()}["AT"]
    assert "tedb" not in {line.source for line in austria.lines}
    assert any("TEDB" in line.source for line in austria.lines)


@pytest.mark.django_db
def test_packs_without_a_rule_of_the_confidence_are_left_out(django_assert_num_queries):
    load_tariff(TARIFFS / "AE")
    with django_assert_num_queries(1):
        assert active_sources(confidence="L") == ()


def test_the_document_of_sources_names_every_pack_that_ships():
    """When this fails: manage.py list_rules --shipped --format markdown > docs/sources.md"""
    text = (DOCS / "sources.md").read_text(encoding="utf-8")
    assert {folder.name for folder in TARIFFS.iterdir() if f"\n## {folder.name}: " not in text} == set()


def test_the_command_lists_shipped_packs_as_text_and_as_markdown(capsys):
    call_command("list_rules", "--shipped", "--pack", "AE", "--confidence", "H")
    assert "  supply-vat · 5 % · 2018-01-01 · H · Federal Decree-Law 8 of 2017" in capsys.readouterr().out
    call_command("list_rules", "--shipped", "--pack", "AE", "--format", "markdown")
    assert "\n## AE: United Arab Emirates\n\nChecked 2026-11-22.\n" in capsys.readouterr().out
