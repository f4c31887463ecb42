"""China's procedure follows from where the goods lie and which way they go."""

import pytest

from logistics.customs_procedures import NoProcedure, Place, place_of, procedure_for

TABLE = {
    ("import", "overseas"): "9610",
    ("import", "bonded_pilot"): "1210",
    ("import", "bonded"): "1239",
    ("import", "domestic"): None,
    ("export", "domestic"): "9610",
    ("export", "bonded_pilot"): "1210",
    ("export", "bonded"): "1210",
    ("export", "overseas"): "9810",
}


@pytest.mark.parametrize(("case", "code"), TABLE.items())
def test_the_procedure_is_that_of_the_table(case, code):
    direction, place = case
    if code is None:
        with pytest.raises(NoProcedure):
            procedure_for(direction=direction, place=Place(place))
    else:
        assert procedure_for(direction=direction, place=Place(place)) == code


@pytest.mark.parametrize(
    ("country", "kind", "place"),
    [
        ("CN", "ordinary", Place.DOMESTIC),
        ("CN", "bonded_pilot", Place.BONDED_PILOT),
        ("CN", "bonded", Place.BONDED),
        ("PT", "ordinary", Place.OVERSEAS),
        ("AE", "bonded", Place.OVERSEAS),
    ],
)
def test_a_warehouse_outside_china_is_overseas_whatever_its_kind(country, kind, place):
    assert place_of(country=country, kind=kind) == place
