"""Card numbers are found however they are grouped, and other long numbers are not."""

import pytest

from localization.card_numbers import holds_card_number, without_card_numbers


@pytest.mark.parametrize(
    "text",
    [
        "4242424242424242",
        "4242 4242 4242 4242",
        "pay 5555-5555-5555-4444 please",
        "3782 822463 10005",
        "6011.1111.1111.1117",
        "\uff14\uff12\uff14\uff12" * 4,
    ],
)
def test_a_card_number_is_found(text):
    assert holds_card_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Torstraße 12",
        "4242 4242 4242 4243",
        "+49 1512 3456789",
        "100-0001",
        "1795353125630",
        "42424242424242424242424242",
        "RR123456785CN",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_card_number(text)
    assert without_card_numbers(text) == text


def test_what_is_masked_keeps_the_words_round_it():
    masked = without_card_numbers("GET /de/en/search/?q=4242424242424242&after=")
    assert masked == "GET /de/en/search/?q=[card number]&after="
