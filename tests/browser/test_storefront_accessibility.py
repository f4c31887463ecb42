"""The pages that sell, read by axe in light and dark, from left and from right, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PATHS = [
    "/de/en/",
    "/ae/ar/",
    "/jp/ja/category/table/",
    "/cn/zh/search/?q=%E4%B8%9D",
    "/de/de/product/west-lake-silk-scarf/",
    "/gb/en/search/?q=nothing-like-it",
    "/de/fr/nowhere/",
    "/us/en/information/price/",
    "/de/fr/information/seller/",
    "/ae/ar/information/terms/",
    "/cn/zh/information/privacy/",
    "/jp/ja/withdrawal/",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_nothing_runs_off_the_side(browser: Browser, base_url, path, scheme, width):
    page = browser.new_page(
        base_url=base_url, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page.goto(path)
    page.evaluate("document.querySelectorAll('.route details').forEach(d => { d.open = true })")
    found = Axe().run(page, options=RULES).response["violations"]
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert beyond == 0
