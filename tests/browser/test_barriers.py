"""axe-core finds no barrier in any kind of page, open or folded, light or dark, wide or narrow."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.browsing import FREE, LOOKS, Visits
from tests.browser.made_pages import MadePages
from tests.browser.reading import filter_box, open_card, unfold_all

pytestmark = pytest.mark.slow

OPEN = {look: replace(own, policy=False) for look, own in LOOKS.items()}
"""axe is a script that the policy of a page rightly refuses."""


def barriers(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{own['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
        for own in found
        for node in own["nodes"]
    ]


@pytest.mark.parametrize("look", OPEN)
@pytest.mark.parametrize("name", ["index", "versions", "groups", "evaluation", "concordance"])
def test_a_page_has_no_barriers(visits: Visits, made: MadePages, name: str, look: str) -> None:
    page = visits.open(made.uri(name), OPEN[look])
    unfold_all(page)
    assert barriers(page) == []


@pytest.mark.parametrize("look", OPEN)
@pytest.mark.parametrize("name", ["plan", "pdf"])
def test_a_document_report_in_use_has_no_barriers(
    visits: Visits, made: MadePages, name: str, look: str
) -> None:
    page = visits.open(made.uri(name), OPEN[look])
    unfold_all(page)
    open_card(page)
    assert barriers(page) == []
    page.keyboard.press("Escape")  # a card and the filter are not open at a time
    filter_box(page, "marktgericht").uncheck()
    assert barriers(page) == []


@pytest.mark.parametrize("name", ["memo", "note"])
def test_a_document_report_as_it_opens_has_no_barriers(
    visits: Visits, made: MadePages, name: str
) -> None:
    assert barriers(visits.open(made.uri(name), FREE)) == []
