"""An order of two merchants tells neither of the other, and no merchant more of buyers and operators than the work needs."""

import pytest

from localization import clock
from orders.models import OrderHistory


def order_page(world, role, order):
    """What somebody reads on an order's page."""
    return world.client(role).get(f"/admin/orders/order/{order.pk}/change/").content.decode()


def move(order, actor):
    """A move of an order, made by somebody."""
    at = clock.now()
    OrderHistory.objects.create(
        order=order, source="confirmed", target="dispatched", reason="", actor=actor, at=at
    )


@pytest.mark.parametrize("actor", ["member@alphaworks.test", "operator@causeway.test"])
def test_a_merchant_does_not_read_who_else_moved_a_shared_order(world, actor):
    move(world.shared, actor)
    page = order_page(world, "beta", world.shared)
    assert (actor in page, "someone else" in page) == (False, True)
    assert actor in order_page(world, "operator", world.shared)


def test_a_merchant_reads_which_colleague_moved_an_order(world):
    move(world.shared, "member@betaworks.test")
    assert page_rows(order_page(world, "beta", world.shared)) >= {"member@betaworks.test"}


def page_rows(page):
    """The words of a page's cells, without their markup."""
    return {word.strip() for word in page.replace("<", ">").split(">")}


def test_a_guests_cart_is_not_named_in_the_history(world):
    first = world.shared.history.get()
    assert first.actor == "guest"
    move(world.shared, "cart:secret-token")
    for role in ("beta", "operator"):
        page = order_page(world, role, world.shared)
        assert ("secret-token" in page, "a guest" in page) == (False, True)


def test_a_merchant_sees_the_cost_of_the_own_parcels_alone(world):
    own = world.shared.parcels.get(merchant=world.beta.merchant).total
    whole = world.shared.total
    assert own.amount < whole.amount
    for url in ("/admin/orders/order/", f"/admin/orders/order/{world.shared.pk}/change/"):
        page = world.client("beta").get(url).content.decode()
        assert (f"{own.amount:.2f}" in page, f"{whole.amount:.2f}" in page) == (True, False)
        assert f"{whole.amount:.2f}" in world.client("operator").get(url).content.decode()


def test_a_merchant_neither_reads_nor_searches_the_buyers_address(world):
    browser = world.client("beta")
    for url in ("/admin/orders/order/", f"/admin/orders/order/{world.shared.pk}/change/"):
        assert "both@example.com" not in browser.get(url).content.decode()
        assert "both@example.com" in world.client("operator").get(url).content.decode()
    found = browser.get("/admin/orders/order/?q=both@example").content.decode()
    assert world.shared.number not in found


def test_states_and_reasons_of_the_history_are_in_the_readers_language(world):
    move(world.shared, "system")
    browser = world.client("operator")
    browser.cookies["django_language"] = "de"
    page = browser.get(
        f"/admin/orders/order/{world.shared.pk}/change/", headers={"accept-language": "de"}
    ).content.decode()
    words = page_rows(page)
    assert {"Bestätigt", "Versandt", "das System"} <= words
    assert not {"confirmed", "dispatched", "system", "placed"} & words
