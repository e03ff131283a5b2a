"""Measure how long a page does not answer while it is used, in the system's chromium."""

from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.browsing import FREE, Visits, chromium

_TIMES = 3
"""Each use is repeated and its best run counts, for others may use the machine too."""
_WATCH = """
window.long = [];
new PerformanceObserver((list) => list.getEntries().forEach((own) => long.push(own.duration)))
  .observe({ type: "longtask", buffered: true });
"""


def block_figures(
    title: str, path: Path, uses: Mapping[str, Callable[[Page], object]]
) -> list[tuple[str, float, str, str]]:
    """Return the longest task of over 50 ms in each use of a page, in ms; 0 without any.

    Args:
        title: what the page is.
        path: its file.
        uses: what is done with it, by name.
    """
    with sync_playwright() as driver, chromium(driver) as browser:
        page = Visits(browser).open("about:blank", FREE)
        page.add_init_script(_WATCH)
        page.goto(path.as_uri())
        loading = _longest(page)
        blocks = {
            name: min(_block_of(page, use) for _ in range(_TIMES)) for name, use in uses.items()
        }
    return [
        (f"{title}: longest block while opening", loading, "ms", ""),
        *(
            (f"{title}: longest block while {name}", most, "ms", "under 200")
            for name, most in blocks.items()
        ),
    ]


def _block_of(page: Page, use: Callable[[Page], object]) -> float:
    use(page)
    return _longest(page)


def _longest(page: Page) -> float:
    page.wait_for_timeout(300)
    found = page.evaluate("() => { const own = window.long; window.long = []; return own; }")
    return max(found, default=0.0)
