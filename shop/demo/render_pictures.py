"""Renders the demo drawings (pictures/svg/*.svg) to the WebP files the demo shop uploads; a dev tool.

Run `python -m shop.demo.render_pictures [NAME ...]`; without names it renders the drawings newer than their WebP.
Needs a Chromium; `CHROMIUM` names another binary than Debian's.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

PICTURES = Path(__file__).parent / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SIZE_PX: ViewportSize = {"width": 960, "height": 1200}
QUALITIES = (82, 72, 62)  # the first that fits; patterned cloth needs the lower ones
BIGGEST_BYTES = 26_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]


def webp_of(drawing: Path) -> Path:
    return PICTURES / f"{drawing.stem}.webp"


def is_stale(drawing: Path) -> bool:
    picture = webp_of(drawing)
    return not picture.exists() or picture.stat().st_mtime < drawing.stat().st_mtime


def chosen(names: list[str]) -> Iterator[Path]:
    for drawing in sorted((PICTURES / "svg").glob("*.svg")):
        if drawing.stem in names or (not names and is_stale(drawing)):
            yield drawing


def render(page: Page, drawing: Path) -> Path:
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{drawing.read_text('utf-8')}")
    picture = webp_of(drawing)
    with Image.open(io.BytesIO(page.screenshot())) as shot:
        for quality in QUALITIES:
            shot.convert("RGB").save(picture, "WEBP", quality=quality, method=6)
            if picture.stat().st_size <= BIGGEST_BYTES:
                break
    return picture


def main(names: list[str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport=SIZE_PX)
        for picture in (render(page, drawing) for drawing in chosen(names)):
            print(f"{picture.name}: {picture.stat().st_size / 1024:.1f} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
