"""The page of sources: every rule in force by destination and confidence, in a fixed number of queries."""

import pytest
from django.urls import reverse

from localization.services.load_markets import load_markets
from logistics.services.load_tariff import TARIFFS, load_tariff

pytestmark = pytest.mark.django_db
URL = "admin:logistics_tariffpack_sources"


@pytest.fixture
def office(client, django_user_model):
    load_markets()
    for code in ("AE", "JP"):
        load_tariff(TARIFFS / code)
    client.force_login(
        django_user_model.objects.create(email="op@causeway.example", is_staff=True, is_superuser=True)
    )
    return client


def _shown(office, **query):
    page = office.get(reverse(URL), query).context["packs"]
    return {pack.code: {line.confidence for line, _ in lines} for pack, lines in page}


def test_the_first_destination_is_shown_until_another_or_all_are_chosen(office):
    assert list(_shown(office)) == ["AE"]
    assert list(_shown(office, pack="JP")) == ["JP"]
    assert list(_shown(office, pack="")) == ["AE", "JP"]
    assert list(_shown(office, pack="nowhere")) == ["AE", "JP"]


def test_rules_are_filtered_by_confidence(office):
    assert _shown(office, pack="AE", confidence="H") == {"AE": {"H"}}
    assert {"H", "M"} <= _shown(office, pack="AE")["AE"]


def test_the_page_says_source_and_what_to_verify(office):
    page = office.get(reverse(URL), {"pack": "AE"}).content.decode()
    assert "Federal Decree-Law 8 of 2017 on value added tax" in page
    assert "Service fees of Dubai Customs and carriers are left out." in page
    assert '<option value="AE" selected>' in page


def test_more_packs_cost_no_more_queries(office, django_assert_max_num_queries, django_assert_num_queries):
    with django_assert_max_num_queries(12) as counted:
        office.get(reverse(URL), {"pack": ""})
    for code in ("AU", "CN", "GB", "US"):
        load_tariff(TARIFFS / code)
    with django_assert_num_queries(len(counted)):
        office.get(reverse(URL), {"pack": ""})


def test_a_merchant_reads_no_sources(client, django_user_model):
    client.force_login(django_user_model.objects.create(email="lin@causeway.example", is_staff=True))
    assert client.get(reverse(URL)).status_code == 403
