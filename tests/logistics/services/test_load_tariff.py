"""Loading tariff packs: all or none, idempotent, with faults by file, line and field."""

import re
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import TestCase

from localization.remembered import Remembered
from logistics.landed_cost.packs import BadPack, assemble
from logistics.models import TariffPack
from logistics.selectors.tariffs import active_packs, tariff_book
from logistics.services.load_tariff import TARIFFS, load_tariff

PACK = """\
pack:
  code: NO
  title: Norway
  territories: [NO]
  currency: NOK
  valid_from: 2024-01-01
  checked: 2026-11-22
rules:
  - id: vat
    kind: import_vat
    authority: customs
    base: cif
    rate: 25 %
    from: 2024-01-01
    source: example
    confidence: H
schemes:
  - id: all
    collected: border
    rules: [vat]
    from: 2024-01-01
    source: example
    confidence: H
"""
TABLE = """\
tables:
  duty:
    source: example
    confidence: H
    from: 2024-01-01
    rows:
"""
pytestmark = pytest.mark.django_db


def _file(folder: Path, text: str, name: str = "pack.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def _faults(path: Path) -> list[str]:
    with pytest.raises(BadPack) as refusal:
        load_tariff(path)
    assert not TariffPack.objects.exists()
    return [str(fault) for fault in refusal.value.faults]


def test_the_shops_own_packs_load_and_load_again_unchanged():
    first = load_tariff()
    again = load_tariff()
    assert {pack.code for pack in first.packs} == {folder.name for folder in TARIFFS.iterdir()}
    assert {pack.status for pack in first.packs} == {"new"}
    assert {(pack.status, pack.changes) for pack in again.packs} == {("unchanged", ())}
    assert again.book_version == first.book_version == tariff_book().version


def test_a_file_a_folder_and_a_folder_of_folders_are_the_same_pack(tmp_path):
    file = _file(tmp_path / "packs" / "NO", PACK)
    statuses = [load_tariff(path).packs[0].status for path in (file, file.parent, file.parent.parent)]
    assert statuses == ["new", "unchanged", "unchanged"]


def test_a_new_version_shows_what_it_changes_and_the_old_one_stays(tmp_path):
    load_tariff(_file(tmp_path, PACK))
    (pack,) = load_tariff(_file(tmp_path, PACK.replace("25 %", "15 %"))).packs
    assert pack.status == "changed"
    (change,) = pack.changes
    assert change.startswith("~ rules.vat from 2024-01-01: ")
    assert change.count("rate: 25 %") == change.count("rate: 15 %") == 1
    assert list(TariffPack.objects.order_by("pk").values_list("active", flat=True)) == [False, True]
    load_tariff(_file(tmp_path, PACK))
    assert list(TariffPack.objects.order_by("pk").values_list("active", flat=True)) == [True, False]


def test_one_bad_pack_of_a_folder_keeps_all_of_them_out(tmp_path):
    _file(tmp_path / "A", PACK)
    _file(tmp_path / "B", PACK.replace("code: NO", "code: SE").replace("25 %", "lots"))
    assert any("B/pack.yaml:13: rules[0].rate" in fault for fault in _faults(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("rate: 25 %", "rate: 25", "pack.yaml:13: rules[0].rate: no rate:"),
        ("rate: 25 %", "rate: -25 %", "pack.yaml:13: rules[0].rate: no rate:"),
        ("    rate: 25 %\n", "    rat: 25 %\n", "pack.yaml:13: rules[0].rat: unknown field “rat”"),
        ("    kind: import_vat\n", "", "pack.yaml:9: rules[0]: the field “kind” is missing"),
        ("kind: import_vat", "kind: tax", "pack.yaml:10: rules[0].kind: one of duty, vat,"),
        ("currency: NOK", "currency: NKK", "pack.yaml:5: pack.currency: a currency like EUR expected"),
        ("checked: 2026-11-22", "checked: 2026-11-31", "pack.yaml:7: pack.checked: a day like 2026-07-01 expected"),
        ("checked: 2026-11-22", "code: SE", "pack.yaml:7: pack.code: this key is here twice"),
        ("base: cif", "base: cfi", "pack.yaml:9: base: there is no part, base or earlier rule “cfi”"),
        ("rules: [vat]", "rules: [tva]", "pack.yaml:18: rules: there is no rule “tva”"),
        ("    rate: 25 %\n", "    table: mfn\n", "pack.yaml:9: vat.table: there is no table “mfn”"),
        ("    rate: 25 %\n", "", "pack.yaml:9: vat: exactly one of rate, table, flat and scale expected"),
        ("title: Norway", "title: [", "pack.yaml:5: not YAML"),
        ("  title: Norway", "  title: Norway\n  extends: XX", "pack.yaml:2: pack.extends: there is no pack XX"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_file_line_and_field(tmp_path, old, new, expected):
    faults = _faults(_file(tmp_path, PACK.replace(old, new, 1)))
    assert any(fault.startswith(expected) for fault in faults), faults


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["{hs: ['61'], rate: 5 %, to: 2024-12-31}", "{hs: ['61'], rate: 6 %, from: 2024-12-31}"],
            "pack.yaml:31: tables.duty.61.from: overlaps the entry of pack.yaml:30",
        ),
        (
            ["{hs: ['61'], rate: 5 %, to: 2024-12-30}", "{hs: ['61'], rate: 6 %, from: 2025-01-01}"],
            "pack.yaml:31: tables.duty.61.from: leaves a gap after 2024-12-30 (pack.yaml:30)",
        ),
        (
            ["{hs: ['61'], rate: 5 %}", "{hs: ['61'], rate: 6 %}"],
            "pack.yaml:31: tables.duty.61.from: overlaps",
        ),
        (["{hs: ['6a'], rate: 5 %}"], "pack.yaml:30: tables.duty.rows[0].hs[0]: 2 or 4 to 10 digits"),
    ],
)
def test_days_that_overlap_or_leave_a_gap_are_refused(tmp_path, rows, expected):
    text = PACK + TABLE + "".join(f"      - {row}\n" for row in rows)
    assert any(fault.startswith(expected) for fault in _faults(_file(tmp_path, text)))


def test_an_operators_own_pack_stays_in_force_when_the_shops_packs_are_loaded(tmp_path, monkeypatch):
    shipped = _file(tmp_path / "shipped" / "NO", PACK)
    monkeypatch.setattr("logistics.services.load_tariff.TARIFFS", tmp_path / "shipped")
    load_tariff(shipped.parent)
    own = load_tariff(_file(tmp_path / "own", PACK.replace("25 %", "15 %"))).packs[0]
    _file(tmp_path / "shipped" / "NO", PACK.replace("25 %", "26 %"))
    (again,) = load_tariff(tmp_path / "shipped").packs
    assert (own.status, again.status, again.version) == ("changed", "kept", own.version)
    assert tariff_book().packs["NO"].version == own.version


def test_a_dry_run_shows_what_would_change_and_changes_nothing(tmp_path, capsys):
    load_tariff(_file(tmp_path, PACK))
    before = tariff_book().version
    call_command("load_tariff", str(_file(tmp_path, PACK.replace("25 %", "15 %"))), "--dry-run")
    shown = capsys.readouterr().out
    assert " changed\n  0 added, 0 removed, 1 changed\n  ~ rules.vat from 2024-01-01: " in shown
    assert TariffPack.objects.count() == 1
    Remembered.forget_all_here()
    assert tariff_book().version == before


AMENDMENT = """\
pack: {code: NO-TOLL, title: Official, amends: NO, valid_from: 2024-01-01, checked: 2026-11-22}
tables:
  duty: {source: official, confidence: H, from: 2024-01-01, rows: [{hs: ["61"], rate: unknown}]}
"""


def test_an_amendment_replaces_a_table_of_a_pack_and_outlives_the_packs_next_version(tmp_path):
    load_tariff(_file(tmp_path, PACK + TABLE + "      - {hs: ['61'], rate: 5 %}\n"))
    amendment = load_tariff(_file(tmp_path / "own", AMENDMENT)).packs[0].version
    load_tariff(_file(tmp_path, PACK + TABLE + "      - {hs: ['61'], rate: 6 %}\n"))
    version = tariff_book().packs["NO"].version
    assert version.startswith(f"{amendment}+NO-")
    assert tariff_book().packs["NO"].code == "NO"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (AMENDMENT.replace("amends: NO,", "amends: SE,"), "pack.amends: there is no pack SE"),
        (
            AMENDMENT.replace("amends: NO,", "amends: NO, territories: [NO],"),
            "pack.amends: an amendment neither has territories nor extends a pack",
        ),
        (
            AMENDMENT.replace("NO-TOLL", "NO-ZOLL"),
            "tables.duty: NO-TOLL amends this table of NO already",
        ),
    ],
)
def test_an_amendment_that_cannot_be_applied_is_refused(tmp_path, text, fault):
    load_tariff(_file(tmp_path, PACK))
    load_tariff(_file(tmp_path / "own", AMENDMENT))
    with pytest.raises(BadPack, match=re.escape(fault)):
        load_tariff(_file(tmp_path / "other", text))
    assert TariffPack.objects.filter(active=True).count() == 2


def test_another_process_reads_a_new_pack_without_a_restart(tmp_path, monkeypatch):
    """A second process is a second shelf under the same name: it has seen the old book and is told by the cache."""
    load_tariff(_file(tmp_path, PACK))
    other = Remembered("tariffs", lambda _: assemble(active_packs()))
    before = other.get("active").version
    with TestCase.captureOnCommitCallbacks(execute=True):
        load_tariff(_file(tmp_path, PACK.replace("25 %", "15 %")))
    assert other.get("active").version == before
    later = time.monotonic() + 6
    monkeypatch.setattr("localization.remembered.time.monotonic", lambda: later)
    assert other.get("active").version != before
    assert other.get("active").packs["NO"].version == tariff_book().packs["NO"].version


def test_two_packs_cannot_claim_one_territory_unless_one_extends_the_other(tmp_path):
    _file(tmp_path / "A", PACK)
    own = PACK.replace("code: NO", "code: NO-OWN")
    _file(tmp_path / "B", own)
    assert any("NO already belongs to the pack NO" in fault for fault in _faults(tmp_path))
    _file(tmp_path / "B", own.replace("title: Norway", "title: Ours\n  extends: NO").replace("25 %", "15 %"))
    load_tariff(tmp_path)
    assert tariff_book().packs["NO"].code == "NO-OWN"


def test_a_warm_tariff_book_asks_no_query(django_assert_num_queries):
    load_tariff()
    tariff_book()
    with django_assert_num_queries(0):
        assert set(tariff_book().packs) >= {
            "DE",
            "FR",
            "AT",
            "BE",
            "LU",
            "MC",
            "XI",
            "GB",
            "US",
            "JP",
            "AU",
            "AE",
            "CN",
        }
