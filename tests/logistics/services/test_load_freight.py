"""Loading rate cards: whole files only, and a second time changes nothing."""

import pytest

from logistics.models import RateCard, RateStep, RateZone
from logistics.services.load_freight import load_freight

pytestmark = pytest.mark.django_db

A_CARD = """
cards:
  - {code: slow, name: Slow, carrier: sandbox, mode: post, incoterm: DAP, currency: %s, takes_batteries: false, position: 1,
     effective_from: 2026-01-01, source: own sample,
     zones: [{name: Home, ship_from: [CN], destinations: [DE], days: [9, 20], steps: {%s}}]}
"""


def written(tmp_path, currency, steps):
    path = tmp_path / "freight.yaml"
    path.write_text(A_CARD % (currency, steps))
    return path


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (RateCard, RateZone, RateStep)]


def test_the_bundled_cards_load_and_load_again_unchanged():
    assert load_freight() == 3
    before = everything()
    assert load_freight() == 3
    assert everything() == before


def test_every_bundled_card_says_where_it_is_from():
    load_freight()
    assert not RateCard.objects.filter(source="").exists()


def test_a_changed_step_is_taken_over_and_a_missing_one_removed(tmp_path):
    load_freight(written(tmp_path, "EUR", "250: 5.90, 500: 7.40"))
    load_freight(written(tmp_path, "EUR", "250: 6.10"))
    assert [(step.up_to_grams, str(step.price)) for step in RateStep.objects.all()] == [(250, "6.1000")]


def test_a_file_with_an_unknown_currency_changes_nothing(tmp_path):
    load_freight()
    before = everything()
    with pytest.raises(ValueError, match="EURO"):
        load_freight(written(tmp_path, "EURO", "250: 5.90"))
    assert everything() == before
