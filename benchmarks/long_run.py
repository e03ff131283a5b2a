"""Measure the overview of a run of 10,000 documents: its size, and how it answers in a browser."""

import re
import shutil
import time
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.blocks import block_figures
from taalscan.reports import render_index
from tests.runs import many, run_of

DOCUMENTS = 10_000


def run_figures(folder: Path) -> list[tuple[str, float, str, str]]:
    """Return name, value, unit and target of each figure; without chromium only of the page.

    Args:
        folder: where the page may be written.
    """
    run = run_of(many(DOCUMENTS))
    begin = time.process_time()
    html = render_index(run, "nl")
    seconds = time.process_time() - begin
    path = folder / "index.html"
    path.write_text(html, encoding="utf-8")
    uses = {"sorting": _sort, "searching": _search, "filtering": _filter, "turning pages": _turn}
    return [
        ("overview of 10,000 documents", path.stat().st_size / 1e6, "MB", "under 2.5"),
        ("rendering of 10,000 documents, processor time", seconds, "s", ""),
        *(block_figures("an overview of 10,000", path, uses) if shutil.which("chromium") else ()),
    ]


def _sort(page: Page) -> None:
    for title in ("marktgericht", "Document"):
        page.locator("thead button").filter(has_text=re.compile(f"^{title}$")).click()


def _search(page: Page) -> None:
    page.get_by_label("Zoek op naam of titel").press_sequentially("wijk 12")
    page.get_by_role("button", name="Begin opnieuw").click()


def _filter(page: Page) -> None:
    page.get_by_label("Soort document", exact=True).select_option(label="Brief")
    page.get_by_role("button", name="Begin opnieuw").click()


def _turn(page: Page) -> None:
    page.get_by_role("button", name="Volgende bladzijde").first.click()
