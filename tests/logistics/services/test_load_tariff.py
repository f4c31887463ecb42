"""Loading tariff packs: all or none, idempotent, with faults by file, line and field."""

from pathlib import Path

import pytest

from logistics.landed_cost.packs import BadPack
from logistics.models import TariffPack
from logistics.selectors.tariffs import tariff_book
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
