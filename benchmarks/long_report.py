"""Measure the report of a document of 300 pages: its size, and how it answers in a browser."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from taalscan.reports import render_html
from tests.browser.browsing import FREE, Visits, chromium
from tests.long_document import long_scan

_TIMES = 3
"""Each use is repeated and its best run counts, for others may use the machine too."""
_WATCH = """
window.long = [];
new PerformanceObserver((list) => list.getEntries().forEach((own) => long.push(own.duration)))
  .observe({ type: "longtask", buffered: true });
"""
_SCROLL = """
async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let top = 0; top < document.documentElement.scrollHeight; top += 3 * innerHeight) {
    scrollTo({ top, behavior: "instant" });
    await frame();
  }
}
"""


def report_figures(folder: Path) -> list[tuple[str, float, str, str]]:
    """Return name, value, unit and target of each figure; without chromium only of the page.

    Args:
        folder: where the page may be written.
    """
    scan = long_scan()
    begin = time.process_time()
    html = render_html(scan, "nl")
    seconds = time.process_time() - begin
    path = folder / "long.html"
    path.write_text(html, encoding="utf-8")
    size = path.stat().st_size / 1e6
    return [
        ("report of 300 pages", size, "MB", "under 2.5"),
        ("rendering of 300 pages, processor time", seconds, "s", "under 1"),
        *(browsing_figures(path) if shutil.which("chromium") else ()),
    ]


def browsing_figures(path: Path) -> list[tuple[str, float, str, str]]:
    """Return the longest time that the page did not answer, in a few uses of it."""
    uses = {"scrolling through": _scroll, "filtering": _filter, "stepping": _step}
    with sync_playwright() as driver, chromium(driver) as browser:
        page = Visits(browser).open("about:blank", FREE)
        page.add_init_script(_WATCH)
        page.goto(path.as_uri())
        loading = _longest(page)
        blocks = {
            name: min(_block_of(page, use) for _ in range(_TIMES)) for name, use in uses.items()
        }
    return [
        ("longest block while opening", loading, "ms", ""),
        *(
            (f"longest block while {name}", most, "ms", "under 200")
            for name, most in blocks.items()
        ),
    ]


def _scroll(page: Page) -> None:
    page.evaluate(_SCROLL)


def _filter(page: Page) -> None:
    for box in page.locator(".tools input[type=checkbox]:not(#keys)").all():
        box.uncheck()
        box.check()


def _step(page: Page) -> None:
    for _ in range(10):
        page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def _block_of(page: Page, use: Callable[[Page], None]) -> float:
    use(page)
    return _longest(page)


def _longest(page: Page) -> float:
    """Return the longest task of over 50 ms since the last call, in ms; 0 without any."""
    page.wait_for_timeout(300)
    found = page.evaluate("() => { const own = window.long; window.long = []; return own; }")
    return max(found, default=0.0)
