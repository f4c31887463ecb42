"""Reading packs without putting them in force."""

import pytest

from logistics.landed_cost.packs import BadPack
from logistics.services.load_tariff import TARIFFS
from logistics.services.read_tariffs import read_tariffs


def test_the_packs_of_a_folder_are_read_and_checked():
    assert [pack.code for pack in read_tariffs(TARIFFS / "AE")] == ["AE"]


def test_a_pack_with_a_fault_is_refused(tmp_path):
    (tmp_path / "pack.yaml").write_text("pack: {code: NO}\n", encoding="utf-8")
    with pytest.raises(BadPack, match=r"pack\.yaml:1"):
        read_tariffs(tmp_path)
