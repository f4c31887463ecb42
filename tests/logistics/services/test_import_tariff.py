"""Importing an official tariff: in place of a pack's table, all or nothing, idempotent, refusing what it cannot read."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from logistics.landed_cost import CannotQuote
from logistics.landed_cost.packs import BadPack
from logistics.models import TariffPack
from logistics.selectors.tariffs import tariff_book
from logistics.services.import_tariff import OfficialFile, import_tariff
from logistics.services.load_tariff import load_tariff
from logistics.services.restore_tariff import restore_tariff
from tests.logistics.tariff_support import line, parcel, quoted

PACK = """\
pack: {code: US, title: Test, territories: [US], currency: USD, valid_from: 2024-01-01, checked: 2026-11-22}
rules:
  - {id: column-1, kind: duty, authority: customs, base: fob, table: column-1, preference: special,
     from: 2024-01-01, source: example, confidence: H}
schemes:
  - {id: all, collected: border, rules: [column-1], from: 2024-01-01, source: example, confidence: H}
tables:
  column-1: {sample: true, source: example, confidence: BG, from: 2024-01-01, rows: [{hs: ["61"], rate: 1 %}]}
  special: {sample: true, source: example, confidence: BG, from: 2024-01-01, rows: [{hs: ["61"], rate: free, origin: [KR]}]}
"""
HTS = """\
HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty
6109.10.00,1,Of cotton,,16.5%,Free (KR),90%
6109.90.10,1,Of man-made fibres,,32%,Free (KR),90%
6109.90.15,1,Of wool,,5.6%,,45%
9109.10.80,1,Clock movements,,$1.03 each + 9.6%,,45%
2106.90.99,1,Other,,The rate applicable to the article,,20%
"""
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pack(tmp_path):
    (tmp_path / "us.yaml").write_text(PACK, encoding="utf-8")
    load_tariff(tmp_path / "us.yaml")


def _file(folder, text=HTS, **facts):
    file = folder / "hts_2026_rev_20.csv"
    file.write_text(text, encoding="utf-8")
    return OfficialFile(
        **{"path": file, "format": "us-hts", "pack": "US", "dated": date(2026, 10, 1), **facts}
    )


def _duty(hs_code, **facts):
    goods = line("100", "USD", hs_code=hs_code, **facts)
    (charge,) = quoted(parcel("US", "USD", goods), tariff_book()).charges
    return str(charge.amount.amount), charge.source


def test_the_official_rates_stand_in_for_the_sample(tmp_path):
    report = import_tariff(_file(tmp_path))
    assert (report.rates, report.preferences, report.load.packs[0].status) == (10, 2, "new")
    source = "Harmonized Tariff Schedule of the United States, hts_2026_rev_20.csv, 2026-10-01"
    assert _duty("610910") == ("16.50", source)
    assert _duty("6109901090") == ("32.00", source)
    assert _duty("6109901500") == ("5.60", source)
    assert _duty("9109108000", quantity=2) == ("11.66", source)
    assert _duty("610910", origin="KR", proof_of_origin=True) == ("0.00", source)
    assert _duty("610910", origin="CU") == ("90.00", source)
    assert not tariff_book().packs["US"].schemes[0].rules[0].shape.table.sample


@pytest.mark.parametrize("hs_code", ["2106909998", "610990", "640411"])
def test_goods_whose_rate_was_not_understood_or_is_ambiguous_or_missing_are_refused(tmp_path, hs_code):
    import_tariff(_file(tmp_path))
    with pytest.raises(CannotQuote) as refusal:
        _duty(hs_code)
    assert refusal.value.reason == "no_rate"


def test_importing_again_changes_nothing_and_a_newer_file_shows_what_changed(tmp_path):
    import_tariff(_file(tmp_path))
    assert import_tariff(_file(tmp_path)).load.packs[0].status == "unchanged"
    (pack,) = import_tariff(_file(tmp_path, HTS.replace("16.5%", "15%"), dated=date(2026, 11, 1))).load.packs
    assert pack.status == "changed"
    assert "+ tables.column-1.610910 since 2026-11-01: {rate: 15 %}" in pack.changes
    assert _duty("610910")[0] == "15.00"


def test_the_import_outlives_the_next_version_of_the_pack_and_ends_on_request(tmp_path):
    import_tariff(_file(tmp_path))
    (tmp_path / "us.yaml").write_text(PACK.replace("title: Test", "title: Newer"), encoding="utf-8")
    load_tariff(tmp_path / "us.yaml")
    assert _duty("610910")[0] == "16.50"
    restore_tariff("US-HTS")
    assert _duty("610910")[0] == "1.00"


@pytest.mark.parametrize(
    ("text", "facts", "fault"),
    [
        (HTS.replace("6109.90.10", "6109.9O"), {}, "hts_2026_rev_20.csv:3: HTS Number: a tariff number like"),
        (HTS.splitlines()[0], {}, "hts_2026_rev_20.csv:1: the file has no rate"),
        (HTS, {"pack": "CA"}, "hts_2026_rev_20.csv: pack: no pack CA is in force"),
        (HTS, {"table": "duty"}, "hts_2026_rev_20.csv: table: US has no table duty, only: column-1, special"),
    ],
)
def test_a_file_with_a_fault_is_refused_whole(tmp_path, text, facts, fault):
    with pytest.raises(BadPack) as refusal:
        import_tariff(_file(tmp_path, text, **facts))
    assert any(str(one).startswith(fault) for one in refusal.value.faults)
    assert not TariffPack.objects.filter(code="US-HTS").exists()


def test_preferences_are_left_out_and_counted_where_the_pack_has_no_table_for_them(tmp_path):
    (tmp_path / "us.yaml").write_text(PACK.replace(" preference: special,", ""), encoding="utf-8")
    load_tariff(tmp_path / "us.yaml")
    report = import_tariff(_file(tmp_path))
    assert report.preferences == 0
    assert report.left_out == {"preferential rates, for which the pack has no table": 2}


def test_the_command_shows_changes_and_what_was_not_understood_and_may_rehearse(tmp_path, capsys):
    path = str(_file(tmp_path).path)
    call_command("import_tariff", "us-hts", path, "--pack", "US", "--dated", "2026-10-01", "--dry-run")
    shown = capsys.readouterr().out
    assert "\n10 rates, 2 preferential rates\n" in shown
    assert "\n1 rates not understood; their goods are refused:\n" in shown
    assert "hts_2026_rev_20.csv:6: General Rate of Duty: 21069099: rate not understood" in shown
    assert not TariffPack.objects.filter(code="US-HTS").exists()
    with pytest.raises(CommandError, match="no pack CA is in force"):
        call_command("import_tariff", "us-hts", path, "--pack", "CA", "--dated", "2026-10-01")
    with pytest.raises(CommandError, match="a day like 2026-11-01 expected"):
        call_command("import_tariff", "us-hts", path, "--pack", "US", "--dated", "soon")


@pytest.mark.parametrize(
    ("form", "head", "row"),
    [
        (
            "uk-trade-tariff",
            (
                "commodity__code,measure__type__id,measure__additional_code__code,measure__duty_expression,"
                "measure__effective_start_date,measure__effective_end_date,measure__geographical_area__id,"
                "measure__excluded_geographical_areas__ids,measure__quota__order_number"
            ),
            "6109100010,103,,12.00%,2021-01-01,,1011,,",
        ),
        (
            "eu-taric",
            (
                "Goods code;Add code;Order No.;Start date;End date;RED_IND;Origin;Measure type;Legal base;Duty;"
                "Origin code;Meas. type code"
            ),
            "6109100000;;;01-01-2021;;;ERGA OMNES;Third country duty;R2204/99;12.000 %;1011;103",
        ),
    ],
)
def test_the_other_formats_go_the_same_way(tmp_path, form, head, row):
    import_tariff(_file(tmp_path, f"{head}\n{row}\n", format=form, table="column-1"))
    assert _duty("610910")[0] == "12.00"
