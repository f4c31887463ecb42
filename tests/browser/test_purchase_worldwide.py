"""Further borders: three orders that arrive, and the last look before others with its figures."""

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from playwright.sync_api import expect

from tests.browser import wishes
from tests.browser.buyer import GOOD_CARD, Buyer, Wish, wait_for_state
from tests.browser.test_purchase import DESK, arrives, check_the_sums

pytestmark = pytest.mark.browser
CENT = Decimal("0.01")
MIXED = Wish(
    window="de/en", handle="koshu-white-wine", currency="EUR", city="Berlin", address=wishes.BERLIN.address
)


def last_look(open_page, wish, *, pieces=1) -> Buyer:
    """The buyer in front of the order button, every sum checked."""
    who = Buyer(page=open_page(**DESK), wish=wish)
    who.choose()
    who.page.locator("#quantity").fill(str(pieces))
    who.fill_cart()
    who.tell_address()
    who.choose_delivery()
    who.accept_terms()
    check_the_sums(who)
    return who


def charges(who) -> dict[str, Decimal]:
    """What is charged by the name of its rule, and the reliefs with nothing to pay."""
    entries = who.page.locator(".route--ledger details:has(summary .route__adds)").all()
    return {
        (entry.locator("dd bdi").first.text_content() or "").strip("()"): who.amount(
            entry.locator("summary .route__adds")
        )
        for entry in entries
    }


def adds(who, kind) -> Decimal:
    """What a stop of the route adds: "workshop" the goods, "freight" the carriage."""
    return who.amount(who.page.locator(f".route--ledger .stop[data-kind={kind}] .route__head .route__adds"))


def share(amount, percent) -> Decimal:
    return (amount * Decimal(percent) / 100).quantize(CENT, ROUND_HALF_EVEN)


def delivered(who, base_url) -> None:
    who.order()
    arrives(who, base_url, who.pay(GOOD_CARD))


def test_a_bowl_goes_from_kyoto_to_seoul_under_the_buyers_clearance_code(open_page, base_url):
    who = last_look(open_page, wishes.SEOUL)
    assert charges(who) == {"relief-150": Decimal(0)}
    delivered(who, base_url)


def test_a_scarf_goes_from_hangzhou_to_sao_paulo_with_its_taxes_paid(open_page, base_url):
    who = last_look(open_page, wishes.SAO_PAULO)
    asked = charges(who)
    assert set(asked) == {"programme-duty", "icms"}
    landed = adds(who, "workshop") + adds(who, "freight") + asked["programme-duty"]
    assert asked["icms"] == (landed * 17 / 83).quantize(CENT, ROUND_HALF_EVEN)
    delivered(who, base_url)


def test_a_blanket_goes_from_madrid_to_las_palmas_with_the_islands_tax(open_page, base_url):
    who = last_look(open_page, wishes.LAS_PALMAS)
    assert (adds(who, "workshop"), adds(who, "freight")) == (Decimal("168.00"), Decimal("12.90"))
    assert charges(who) == {"import-vat": Decimal("12.66")}
    who.order()
    # The sandbox's carrier scans no customs within one country; the parcel arrives all the same.
    wait_for_state(base_url, who.pay(GOOD_CARD), "delivered")


def test_switzerland_charges_its_vat_at_checkout_and_no_duty_on_a_blanket(open_page):
    who = last_look(open_page, wishes.ZURICH)
    vat = share(adds(who, "workshop") + adds(who, "freight"), "8.1")
    assert charges(who) == {"customs-duty": Decimal(0), "supply-vat": vat}


def test_norway_takes_an_item_below_3000_under_voec(open_page):
    who = last_look(open_page, wishes.OSLO)
    goods = adds(who, "workshop")
    assert goods < 3000
    vat = share(goods + adds(who, "freight"), 25)
    assert charges(who) == {"voec-vat": vat, "VOEC": Decimal(0)}


def test_norway_taxes_an_item_above_3000_at_the_border(open_page):
    who = last_look(open_page, replace(wishes.OSLO, handle="five-tier-jubako"))
    goods = adds(who, "workshop")
    assert goods >= 3000
    vat = share(goods + adds(who, "freight"), 25)
    assert charges(who) == {"customs-duty": Decimal(0), "import-vat": vat}


def test_new_zealand_taxes_two_items_of_900_at_checkout(open_page):
    who = last_look(open_page, wishes.AUCKLAND, pieces=2)
    assert adds(who, "workshop") == Decimal("1800.00")
    gst = share(1800 + adds(who, "freight"), 15)
    assert charges(who) == {"supply-gst": gst, "customs-duty": Decimal(0), "duty-gst": Decimal(0)}


def test_ontario_adds_its_harmonized_tax(open_page):
    who = last_look(open_page, wishes.TORONTO)
    goods = adds(who, "workshop")
    duty = share(goods, 9)
    assert charges(who) == {"customs-duty": duty, "import-gst": share(goods + duty, 13)}


def test_china_refuses_several_items_above_the_limit_and_says_to_split_them(open_page):
    who = Buyer(
        page=open_page(**DESK), wish=replace(wishes.SHANGHAI, window="cn/en", handle="five-tier-jubako")
    )
    who.choose()
    who.page.locator("#quantity").fill("2")
    who.page.locator("form.offer__buy button").click()
    expect(who.page.locator("#cart aside .notice[role=status]")).to_contain_text(
        "split it into several orders"
    )


def test_wine_leaves_the_one_stop_shop_and_the_cart_says_so(open_page):
    who = Buyer(page=open_page(**DESK), wish=replace(MIXED, handle="side-handle-teapot"))
    who.choose()
    who.fill_cart()
    who.wish = MIXED
    who.choose()
    who.page.locator("form.offer__buy button").click()
    expect(who.page.locator("#cart .line")).to_have_count(2)
    expect(who.page.locator("#cart aside ul.notice")).to_contain_text("IOSS")
