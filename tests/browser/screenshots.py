"""Write pictures of each kind of page into a folder: desktop, phone, dark and on paper."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.browsing import CHROMIUM, LOOKS, PAPER, WITHOUT_CHROMIUM, Visits, chromium
from tests.browser.made_pages import make_pages
from tests.browser.reading import open_card, settle

_DOCUMENTS = ("draft", "note", "memo")
_PAGES = (*_DOCUMENTS, "index", "versions", "groups", "evaluation", "concordance")
_PIECE = 2_400
"""Pixels that a picture is high; a long page gives several, and only its first ones."""
_MOST = 8


def shoot(page: Page, name: str, folder: Path) -> None:
    """Write a page as pictures, from the top down."""
    settle(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    width = page.evaluate("innerWidth")
    pieces = min(_MOST, -(-height // _PIECE))
    for number in range(pieces):
        top = number * _PIECE
        page.screenshot(
            path=folder / f"{name}-{number + 1}.png",
            full_page=True,
            clip={"x": 0, "y": top, "width": width, "height": min(_PIECE, height - top)},
        )


def shoot_all(visits: Visits, made: Path, folder: Path) -> None:
    """Write pictures of all pages, and each page as it prints.

    Args:
        visits: opens the pages.
        made: the folder of the pages.
        folder: where the pictures go.
    """
    for name in _PAGES:
        uri = (made / f"{name}.html").as_uri()
        for look, own in LOOKS.items():
            page = visits.open(uri, replace(own, policy=False))
            shoot(page, f"{name}-{look}", folder)
            if name in _DOCUMENTS:
                open_card(page)
                page.screenshot(path=folder / f"{name}-{look}-card.png")
            page.close()
        page = visits.open(uri, PAPER)
        page.pdf(path=folder / f"{name}.pdf", format="A4")
        page.emulate_media(media="print")
        shoot(page, f"{name}-print", folder)
        page.close()


def main() -> None:
    """Write the pictures into the folder that is named."""
    if CHROMIUM is None:
        sys.exit(WITHOUT_CHROMIUM)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as made,
        sync_playwright() as driver,
        chromium(driver) as browser,
    ):
        make_pages(Path(made))
        shoot_all(Visits(browser), Path(made), folder)
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures are in {folder}\n")


if __name__ == "__main__":
    main()
