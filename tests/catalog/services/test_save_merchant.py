"""Saving a merchant."""

from dataclasses import replace

import pytest

from catalog.models import Merchant
from catalog.refusals import CodeTaken
from catalog.services.save_merchant import MerchantSheet, save_merchant
from catalog.states import MerchantState

pytestmark = pytest.mark.django_db
SHEET = MerchantSheet(
    code="jiangnan",
    name="Jiangnan",
    about={"en": "Silk", "zh": "丝绸"},
    country="CN",
    city="Hangzhou",
    email="shop@example.com",
    currency="CNY",
)


def test_a_new_merchant_is_active():
    merchant = Merchant.objects.get(pk=save_merchant(SHEET))
    assert (merchant.code, merchant.state, merchant.about) == (
        "jiangnan",
        MerchantState.ACTIVE,
        {"en": "Silk", "zh": "丝绸"},
    )


def test_a_known_merchant_changes_all_but_its_code():
    pk = save_merchant(SHEET)
    save_merchant(replace(SHEET, merchant_id=pk, code="other", city="Suzhou", tax_ids=("IM1",)))
    merchant = Merchant.objects.get()
    assert (merchant.code, merchant.city, merchant.tax_ids) == ("jiangnan", "Suzhou", ["IM1"])


def test_a_code_in_use_is_refused():
    save_merchant(SHEET)
    with pytest.raises(CodeTaken) as refused:
        save_merchant(replace(SHEET, name="Another"))
    assert refused.value.taken == "jiangnan"
    assert Merchant.objects.get().name == "Jiangnan"
