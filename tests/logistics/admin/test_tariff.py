"""Tariff packs in the back office: operators read every rule with its source, nobody edits."""

import pytest
from django.urls import reverse

from localization.services.load_markets import load_markets
from logistics.models import TariffPack
from logistics.services.load_tariff import load_tariff

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack():
    load_markets()  # the page of a refusal suggests one
    load_tariff()
    return TariffPack.objects.get(code="EU")


def test_an_operator_reads_every_rule_with_its_source(client, django_user_model, pack):
    client.force_login(
        django_user_model.objects.create(email="op@causeway.example", is_staff=True, is_superuser=True)
    )
    assert client.get(reverse("admin:logistics_tariffpack_changelist")).status_code == 200
    page = client.get(reverse("admin:logistics_tariffpack_change", args=[pack.pk])).content.decode()
    assert "flat-duty" in page
    assert "https://globalimportblog.bakermckenzie.com/" in page
    assert "VAT on the EUR 3 under IOSS" in page


def test_nobody_adds_or_deletes_a_pack(client, django_user_model, pack):
    client.force_login(
        django_user_model.objects.create(email="op@causeway.example", is_staff=True, is_superuser=True)
    )
    assert client.get(reverse("admin:logistics_tariffpack_add")).status_code == 403
    assert (
        client.post(reverse("admin:logistics_tariffpack_delete", args=[pack.pk]), {"post": "yes"}).status_code
        == 403
    )
    assert TariffPack.objects.filter(pk=pack.pk).exists()


def test_a_merchant_sees_no_tariff(client, django_user_model, pack):
    client.force_login(django_user_model.objects.create(email="lin@causeway.example", is_staff=True))
    assert client.get(reverse("admin:logistics_tariffpack_changelist")).status_code in (302, 403)
