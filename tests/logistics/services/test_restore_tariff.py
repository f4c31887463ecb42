"""Ending an operator's own pack: the shop's own stands again."""

import pytest
from django.core.management import call_command

from logistics.landed_cost.packs import BadPack
from logistics.models import TariffPack
from logistics.selectors.tariffs import tariff_book
from logistics.services.load_tariff import TARIFFS, load_tariff
from logistics.services.restore_tariff import restore_tariff

pytestmark = pytest.mark.django_db


def _own(folder):
    """The shop's AE pack with one word changed."""
    text = (TARIFFS / "AE" / "pack.yaml").read_text(encoding="utf-8")
    file = folder / "mine.yaml"
    file.write_text(text + "# ours\n", encoding="utf-8")
    return file


def test_the_shops_own_pack_is_in_force_again(tmp_path):
    shipped = load_tariff(TARIFFS / "AE").packs[0].version
    own = load_tariff(_own(tmp_path)).packs[0].version
    assert tariff_book().packs["AE"].version == own != shipped
    assert restore_tariff("AE").packs[0].status == "new"
    assert tariff_book().packs["AE"].version == shipped
    assert [pack.status for pack in load_tariff(TARIFFS / "AE").packs] == ["unchanged"]


def test_a_pack_that_is_not_an_operators_own_is_not_ended():
    load_tariff(TARIFFS / "AE")
    with pytest.raises(BadPack, match="no pack of an operator's own"):
        restore_tariff("AE")
    assert TariffPack.objects.get(code="AE").active


def test_the_command_may_rehearse(tmp_path, capsys):
    load_tariff(_own(tmp_path))
    call_command("restore_tariff", "AE", "--dry-run")
    assert " new\n" in capsys.readouterr().out
    assert TariffPack.objects.get(code="AE", active=True).own
