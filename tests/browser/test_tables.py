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
    words = page.locator("table.documents thead th").all_inner_texts()
    place = next(n for n, title in enumerate(words, start=1) if title.startswith("Woorden"))
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    numbers = [int(text.replace(".", "")) for text in column(page, place)]
    assert len(numbers) == len(made.scans)
    assert numbers == sorted(numbers)
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert [int(text.replace(".", "")) for text in column(page, place)] == numbers[::-1]


def test_an_index_sorts_by_name(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index"))
    page.locator("table.sortable thead th").first.get_by_role("button").click()
    assert column(page, 1) == sorted(column(page, 1), key=str.casefold)


def test_an_index_leads_to_its_reports(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index"))
    page.get_by_role("link", name=made.scans["pdf"].document.source.name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Participatie")


@pytest.mark.parametrize("name", ["evaluation", "concordance"])
def test_every_head_of_a_table_that_sorts_is_a_button(
    visits: Visits, made: MadePages, name: str
) -> None:
    page = visits.open(made.uri(name))
    heads = page.locator("table.sortable thead th")
    assert heads.count() > 4
    assert heads.get_by_role("button").count() == heads.count()
    heads.last.get_by_role("button").click()
    expect(heads.last).to_have_attribute("aria-sort", "ascending")


def test_two_versions_show_what_went_and_what_came(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("versions"))
    assert page.get_by_role("deletion").count() > 5
    assert page.get_by_role("insertion").count() > 5
