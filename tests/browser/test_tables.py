"""Heads of columns sort, by pointer and by keyboard, and say how."""

import pytest
from playwright.sync_api import expect

from tests.browser.browsing import Visits
from tests.browser.made_pages import MadePages
from tests.browser.reading import column

pytestmark = pytest.mark.slow


def test_an_index_sorts_by_number(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index"))
    head = page.get_by_role("columnheader", name="Woorden")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    numbers = [int(text.replace(".", "")) for text in column(page, 2)]
    assert len(numbers) == len(made.scans)
    assert numbers == sorted(numbers)
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert [int(text.replace(".", "")) for text in column(page, 2)] == numbers[::-1]


def test_an_index_sorts_by_name(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index"))
    page.get_by_role("columnheader", name="Document").first.get_by_role("button").click()
    assert column(page, 1) == sorted(column(page, 1), key=str.casefold)


def test_an_index_leads_to_its_reports(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index"))
    page.get_by_role("link", name=made.scans["pdf"].document.source.name).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Participatie")
