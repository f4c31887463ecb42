"""Every URL of the back office, tried by everybody and compared with the written table."""

import pytest
from django.contrib import admin

from tests.shop.backoffice import table
from tests.shop.backoffice.walk import NO_ROW, doors
from tests.shop.backoffice.world import rows_of, snapshot

SIGN_IN = ("anonymous", "customer")


def label(model):
    """app.model of a model."""
    return model._meta.label_lower


def own_row(door, seller):
    """A row of this merchant (or of the operators) for a door of a model; None where there is none."""
    return next(iter(rows_of(door.model, seller.merchant)), None) if door.model else None


def foreign_row(door, world):
    """A row of alpha that is not beta's too."""
    if door.model is None:
        return None
    shared = {row.pk for row in rows_of(door.model, world.beta.merchant)}
    rows = rows_of(door.model, world.alpha.merchant)
    return next((row for row in rows if row.pk not in shared), None)


def told(page, seller):
    """The marks of a merchant that a page shows."""
    return [mark for mark in seller.marks if mark in page.content.decode("utf-8", "replace")]


def test_every_page_stands_in_the_table():
    decided = {
        label(model): "shared" if page.shared_with_merchants else page.merchant_path or "operators"
        for model, page in admin.site._registry.items()
    }
    assert decided == table.WHOSE


@pytest.mark.parametrize("role", SIGN_IN)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_no_staff_is_led_to_the_login(world, role, method):
    browser = world.client(role)
    answers = {
        door.name: getattr(browser, method)(door.url(foreign_row(door, world)))
        for door in doors()
        if door.name not in {"login", "logout"}
    }
    assert {name: page.status_code for name, page in answers.items() if page.status_code != 302} == {}
    assert {page["Location"].partition("?")[0] for page in answers.values()} == {"/admin/login/"}


def test_the_back_office_has_no_login_of_its_own(world):
    page = world.client("anonymous").get("/admin/login/?next=/admin/catalog/product/")
    assert page["Location"] == "/account/login/?next=%2Fadmin%2Fcatalog%2Fproduct%2F"
    assert world.client("customer").get("/admin/login/").status_code == 403


@pytest.mark.parametrize(("role", "allowed"), [("beta", table.MERCHANT), ("operator", table.OPERATOR)])
def test_every_door_answers_staff_as_the_table_says(world, role, allowed):
    browser = world.client(role)
    wrong = {}
    for door in doors():
        row = own_row(door, world.beta)
        if door.model is None:
            expected = table.EVERYBODY[door.name]
        elif row is None and door.places:
            continue
        else:
            closed = 404 if role == "beta" and any(p.endswith("_id") for p in door.places) else 403
            expected = allowed.get(label(door.model), {}).get(door.kind, closed)
        page = browser.get(door.url(row))
        if page.status_code != expected:
            wrong[door.name] = (page.status_code, expected)
        if role == "beta":
            assert told(page, world.alpha) == [], door.name
    assert wrong == {}


def test_a_foreign_row_answers_like_a_missing_one_and_nothing_changes(world):
    browser, before = world.client("beta"), snapshot(world.alpha)
    pressed = {"_form_submitted": "on", "post": "yes", "_save": "1", "reason": "mine now"}
    tried = 0
    for door in (door for door in doors() if "object_id" in door.places and door.model):
        row = foreign_row(door, world)
        if row is None or table.WHOSE[label(door.model)] == "shared":
            continue
        tried += 1
        for page, missing in (
            (browser.get(door.url(row)), browser.get(door.url(NO_ROW))),
            (browser.post(door.url(row), pressed), browser.post(door.url(NO_ROW), pressed)),
        ):
            assert (page.status_code, told(page, world.alpha)) == (missing.status_code, []), door.name
            assert page.status_code in {403, 404}, door.name
    assert tried >= 36
    assert snapshot(world.alpha) == before


def test_an_order_shared_by_two_merchants_shows_each_their_part(world):
    parts = [mark for mark in world.alpha.marks if mark != world.alpha.merchant.name]
    page = world.client("beta").get(f"/admin/orders/order/{world.shared.pk}/change/").content.decode()
    assert "QZBETA" in page
    assert [mark for mark in parts if mark in page] == []


def test_staff_without_a_merchant_sees_nobodys_rows(world):
    world.beta.member.memberships.all().delete()
    browser = world.client("beta")
    for door in (door for door in doors() if door.kind == "changelist"):
        page = browser.get(door.url())
        assert told(page, world.alpha) + told(page, world.beta)[5:] == [], door.name


def test_a_form_without_its_token_is_refused(world):
    browser = world.client("operator", enforce_csrf_checks=True)
    before = snapshot(world.alpha)
    url = f"/admin/orders/order/{world.alpha.order.pk}/cancel/"
    assert browser.post(url, {"_form_submitted": "on", "reason": "forged"}).status_code == 403
    assert snapshot(world.alpha) == before


def test_no_page_is_kept_by_a_cache_and_every_page_has_the_policy(world):
    page = world.client("operator").get("/admin/catalog/product/")
    assert page["Cache-Control"] == "no-store"
    assert "script-src 'self' 'unsafe-eval';" in page["Content-Security-Policy"]
    assert "<script>" not in page.content.decode()
