"""A browser shows the page: its policy lets its style and script run; nothing complains."""

import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.reports import (
    render_comparison,
    render_evaluation,
    render_html,
    render_index,
    row_of,
)
from taalscan.scoring.comparison import compare_scans
from tests.builders import axes, entry, scan_of
from tests.evaluations import evaluation

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]


def shown(page: str, folder: Path) -> LexborHTMLParser:
    """Return the page as it is after its script ran; fail on any message of the console."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    return LexborHTMLParser(done.stdout)


def test_the_script_of_a_report_runs(tmp_path: Path) -> None:
    scan = scan_of(
        "De <script>alert(1)</script> {M3-001:klant} wacht.", entries=[entry("M3-001", "klant")]
    )
    tools = shown(render_html(scan, "nl"), tmp_path).css_first(".tools")
    assert tools is not None
    assert "hidden" not in tools.attributes


def test_the_script_of_an_overview_makes_heads_that_sort(tmp_path: Path) -> None:
    rows = [row_of(scan_of("De {M3-001:klant} wacht."), "nota.html")]
    page = shown(render_index(rows, [], axes(), "nl"), tmp_path)
    assert len(page.css(".sortable thead button")) == 4 + len(axes())


def test_the_tables_of_an_evaluation_sort_too(tmp_path: Path) -> None:
    page = shown(render_evaluation(evaluation(), "nl", axes()), tmp_path)
    assert len(page.css(".sortable thead button")) == 2 * (2 + len(axes()))


def test_the_page_of_two_versions_shows_without_complaint(tmp_path: Path) -> None:
    old = scan_of("Iedere {M3-001:klant} krijgt een plan.\n\nDe {M1-001:markt} wacht.")
    new = scan_of("Iedere inwoner krijgt een plan.\n\nDe <script>alert(1)</script> wacht.")
    page = shown(render_comparison(compare_scans(old, new), "nl"), tmp_path)
    assert [node.text() for node in page.css("del")] != []
    assert [node.text() for node in page.css("ins")] != []
