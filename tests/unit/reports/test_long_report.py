"""The report of a long document stays a file that can be mailed."""

import pytest

from taalscan.reports import render_html
from tests.long_document import PAGES, long_scan


@pytest.mark.slow
def test_the_report_of_300_pages_is_under_two_and_a_half_megabytes() -> None:
    scan = long_scan()
    assert scan.document.pages == PAGES
    assert len(scan.document.text.split()) > 90_000
    assert sum(len(own.hits) for own in scan.passages) > 1900
    assert len(render_html(scan, "nl").encode()) < 2_500_000
