"""The main job: seven orders across seven borders, each from the product page to the door."""

import subprocess
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from tests.browser import wishes
from tests.browser.buyer import (
    CHALLENGE_CARD,
    GOOD_CARD,
    TIMEOUT_CARD,
    Buyer,
    by_keyboard,
    wait_for_state,
)
from tests.browser.running_shop import RunningShop

pytestmark = pytest.mark.browser
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
CUSTOMS = ["export_customs", "import_customs", "customs_released", "delivered"]


def buyer(open_page: Callable[..., Page], wish, *, press=None, **options) -> Buyer:
    page = open_page(**(options or DESK))
    scripts = options.get("java_script_enabled", True)
    return (
        Buyer(page=page, wish=wish, scripts=scripts) if press is None else Buyer(page, wish, press, scripts)
    )


def buy(who: Buyer, card: str = GOOD_CARD) -> str:
    """From the shop window to the paid order; answers its token."""
    who.choose()
    who.fill_cart()
    who.tell_address()
    who.choose_delivery()
    who.accept_terms()
    check_the_sums(who)
    who.order()
    return who.pay(card)


def check_the_sums(who: Buyer) -> None:
    """The last look names every charge and relief with its rule, source and first day, and the route adds up to the total.

    A border may ask for nothing: Japan lets goods up to JPY 10,000 pass.
    """
    stops = who.page.locator(".route--ledger .stop")
    door = who.amount(stops.last.locator(".route__head .route__adds bdi"))
    added = Decimal(0)
    for stop in stops.all()[:-1]:
        adds = who.amount(stop.locator(".route__head .route__adds bdi"))
        charges = [who.amount(one) for one in stop.locator("summary .route__adds").all()]
        if stop.get_attribute("data-kind") == "border":
            assert sum(charges) == adds
        added += adds
    assert added == door == who.amount(who.page.locator(".price__figure"))
    for entry in who.page.locator(".route--ledger details").all():
        facts = [text.strip() for text in entry.locator("dd").all_text_contents()]
        assert len(facts) >= 3
        assert all(facts)
        assert len(entry.locator("[data-source]").text_content() or "") > 10


def arrives(who: Buyer, base_url: str, token: str) -> None:
    """The parcel comes to the door by itself, and the buyer's own page says so."""
    tracked = wait_for_state(base_url, token, "delivered")
    events = [event["code"] for event in tracked["parcels"][0]["timeline"]]
    assert [code for code in dict.fromkeys(events) if code in CUSTOMS] == CUSTOMS
    moments = [datetime.fromisoformat(event["at"]) for event in tracked["parcels"][0]["timeline"]]
    assert moments == sorted(moments)
    door = who.page.locator("#live .stop[data-kind=door] .route__events li").last
    expect(door).to_contain_text(who.wish.city, timeout=40_000)
    expect(who.page.locator("#live .standing--good")).to_be_visible(timeout=40_000)


def test_a_scarf_goes_from_hangzhou_to_berlin_on_a_phone(open_page, base_url):
    who = buyer(open_page, wishes.BERLIN, **PHONE)
    arrives(who, base_url, buy(who))


def test_a_keyboard_goes_from_shenzhen_to_london_with_a_question_of_the_bank(open_page, base_url):
    who = buyer(open_page, wishes.LONDON)
    arrives(who, base_url, buy(who, CHALLENGE_CARD))


def test_a_blouse_goes_from_hangzhou_to_new_york_though_the_payment_service_falls_silent(open_page, base_url):
    who = buyer(open_page, wishes.NEW_YORK)
    arrives(who, base_url, buy(who, TIMEOUT_CARD))


def test_a_lamp_goes_from_shenzhen_to_tokyo_by_keyboard_alone(open_page, base_url):
    who = buyer(open_page, wishes.TOKYO, press=by_keyboard)
    arrives(who, base_url, buy(who))


def test_a_tea_set_goes_from_hangzhou_to_sydney(open_page, base_url):
    who = buyer(open_page, wishes.SYDNEY)
    arrives(who, base_url, buy(who))


def test_an_umbrella_goes_from_hangzhou_to_dubai_without_scripts(open_page, base_url):
    who = buyer(open_page, wishes.DUBAI, java_script_enabled=False)
    arrives(who, base_url, buy(who))


def test_a_bowl_goes_from_kyoto_to_shanghai(open_page, base_url):
    who = buyer(open_page, wishes.SHANGHAI)
    arrives(who, base_url, buy(who))


@pytest.fixture(scope="module", autouse=True)
def books(running_shop: RunningShop):
    """Whatever the journeys of this file did, the books balance afterwards."""
    yield
    proof: subprocess.CompletedProcess[str] = running_shop.command("prove_books")
    assert proof.returncode == 0, proof.stdout + proof.stderr
