"""The pages a buyer looks for before trusting a shop."""

import pytest

pytestmark = pytest.mark.usefixtures("shelf")


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar"])
@pytest.mark.parametrize("topic", ["price", "seller", "terms", "privacy"])
def test_a_topic_is_told_in_the_language_of_the_visit_and_marked_in_its_menu(client, topic, language):
    response = client.get(f"/de/{language}/information/{topic}/")
    assert response.status_code == 200
    assert f'href="/de/{language}/information/{topic}/" aria-current="page"' in response.content.decode()


def test_the_seller_is_named_with_address_and_mail(client, settings):
    settings.OPERATOR = {**settings.OPERATOR, "name": "Example Ltd", "address": "1 Road, Town"}
    text = client.get("/de/en/information/seller/").content.decode()
    for part in (
        "Example Ltd",
        "1 Road, Town",
        settings.OPERATOR["email"],
        "Jiangnan",
        "jiangnan@example.com",
    ):
        assert part in text


def test_an_unknown_topic_is_a_404(client):
    assert client.get("/de/en/information/nothing/").status_code == 404


def test_a_topic_asks_little(client, django_assert_num_queries):
    client.get("/de/fr/information/terms/")
    with django_assert_num_queries(2):
        client.get("/de/fr/information/seller/")
    with django_assert_num_queries(0):
        client.get("/de/fr/information/seller/")
