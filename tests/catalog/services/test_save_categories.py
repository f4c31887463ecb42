"""Saving categories of a catalogue file."""

import pytest

from catalog.catalogue_files.values import CategorySheet
from catalog.selectors.categories import categories
from catalog.services.save_categories import save_categories
from catalog.values import CategoryInfo

pytestmark = pytest.mark.django_db


def sheet(code: str, name: str) -> CategorySheet:
    return CategorySheet(code, "#ece4dc", {"en": name, "de": f"{name} (de)"}, {"en": "Lead.", "de": "Satz."})


def test_categories_stand_in_the_files_order_and_speak_the_readers_language(django_assert_num_queries):
    save_categories([sheet("wear", "Wear"), sheet("home", "Home")])
    with django_assert_num_queries(1):
        shown = categories("de")
    assert shown == (
        CategoryInfo("wear", "Wear (de)", "Satz.", "#ece4dc"),
        CategoryInfo("home", "Home (de)", "Satz.", "#ece4dc"),
    )
    assert categories("ja")[0].name == "Wear"


def test_saving_again_updates():
    save_categories([sheet("wear", "Wear"), sheet("home", "Home")])
    save_categories([sheet("home", "House"), sheet("wear", "Wear")])
    assert [info.name for info in categories("en")] == ["House", "Wear"]
