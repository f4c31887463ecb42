"""What operators read of a tariff pack."""

import pytest

from logistics.models import TariffPack
from logistics.selectors.tariffs import rule_lines
from logistics.services.load_tariff import load_tariff


@pytest.mark.django_db
def test_every_rule_and_rate_is_listed_with_its_source():
    load_tariff()
    lines = {(line.section, line.name): line for line in rule_lines(TariffPack.objects.get(code="EU"))}
    flat = lines["rules", "flat-duty"]
    assert (flat.rate, flat.effective_from, flat.effective_to) == (
        "3.00 EUR per hs6",
        "2026-07-01",
        "2028-06-30",
    )
    assert flat.source.startswith("https://globalimportblog.bakermckenzie.com/")
    assert lines["third-country-duty", "621410"].verify == "sample rate, check it in TARIC"
    assert all(line.source and line.confidence for line in lines.values())
