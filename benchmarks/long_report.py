"""Measure the report of a document of 300 pages: its size, and how it answers in a browser."""

import shutil
import time
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.blocks import block_figures
from taalscan.reports import render_html
from tests.long_document import long_scan

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
    return block_figures("a report of 300 pages", path, uses)


def _scroll(page: Page) -> None:
    page.evaluate(_SCROLL)


def _filter(page: Page) -> None:
    page.locator(".tools details").evaluate("choices => { choices.open = true; }")
    for box in page.locator(".tools input[type=checkbox]:not(#keys)").all():
        box.uncheck()
        box.check()


def _step(page: Page) -> None:
    for _ in range(10):
        page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
