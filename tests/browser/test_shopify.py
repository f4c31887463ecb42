"""Real Shopify files become listings: imported, completed for customs by their merchant, published, sold and delivered."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser import wishes
from tests.browser.running_shop import ROOT, RunningShop
from tests.browser.signing_in import sign_in
from tests.browser.test_purchase import DESK, arrives, buy, buyer

pytestmark = pytest.mark.browser
SHARED = ROOT.parent / "shared" / "data"
SHIRT = "ocean-blue-shirt"
CUSTOMS = {
    "hs_code": "620520",
    "origin": "CN",
    "weight_grams": "240",
    "customs_description": "Men's shirt, woven cotton",
}


@pytest.fixture
def merchant(open_page) -> Page:
    page: Page = open_page(**DESK)
    sign_in(page, "hangzhou@causeway.example", "merchant-demo-1", then="/admin/")
    return page


def found(page: Page, model: str, text: str) -> None:
    """Open the one row of a back-office list that a search finds first."""
    page.goto(f"/admin/catalog/{model}/?q={text}")
    page.locator("#result_list tbody tr a").first.click()
    page.wait_for_url(f"**/catalog/{model}/*/change/**")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data folder is not here")
def test_a_shirt_of_a_real_shop_is_imported_completed_listed_and_bought(
    running_shop: RunningShop, base_url, open_page, merchant
):
    said = running_shop.command("import_shopify", "nanshan-road", str(SHARED / "shopify_home_and_garden.csv"))
    assert said.returncode == 0, said.stderr
    assert "customs needs" in said.stdout

    merchant.goto("/admin/catalog/product/import/")
    merchant.locator("input[type=file]").set_input_files(SHARED / "shopify_apparel.csv")
    merchant.locator("select[name=merchant]").select_option(index=1)
    merchant.locator("main form, form[enctype]").locator("button[type=submit]").last.click()
    expect(merchant.locator("section[aria-live]")).to_be_visible()
    assert merchant.locator("section[aria-live] a[href*='/variant/']").count() > 10

    found(merchant, "variant", SHIRT)
    for name, value in CUSTOMS.items():
        field = merchant.locator(f"[name={name}]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    merchant.locator("[name=_save]").click()
    merchant.wait_for_url("**/catalog/product/*/change/**")

    found(merchant, "product", SHIRT)
    merchant.locator("select[name=category]").select_option(index=1, force=True)
    merchant.locator("[name=catalog_product_publish_this]").click()
    expect(merchant.locator("#result_list")).to_be_visible()

    who = buyer(open_page, replace(wishes.BERLIN, window="de/en", handle=SHIRT))
    for _ in range(60):
        if (
            who.page.goto(f"/de/en/product/{SHIRT}/").status == 200
            and who.page.locator(".offer__buy").count()
        ):
            break
        who.page.wait_for_timeout(500)
    arrives(who, base_url, buy(who))
