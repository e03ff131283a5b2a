"""Text that tries to be code stays text, wherever it comes from and whatever is done with it."""

import pytest

from tests.browser.browsing import DESKTOP, FREE, Visits, probe
from tests.browser.hostile import ALL, PAYLOADS
from tests.browser.made_pages import MadePages
from tests.browser.reading import open_card, unfold_all

pytestmark = pytest.mark.slow

PAGES = ["hostile", *(f"{kind}-hostile" for kind in ("index", "versions", "groups"))]
OTHERS = ["concordance-hostile", "evaluation-hostile"]


@pytest.mark.parametrize("policy", [True, False], ids=["policy", "no-policy"])
@pytest.mark.parametrize("name", [*PAGES, *OTHERS])
def test_nothing_of_a_hostile_document_becomes_code(
    visits: Visits, made: MadePages, name: str, *, policy: bool
) -> None:
    page = visits.open(made.uri(name), DESKTOP if policy else FREE)
    unfold_all(page)
    assert probe(page, "intruders") == []
    text = page.locator("body").text_content() or ""
    assert [own for own in PAYLOADS if own not in text] == []
    assert visits.wrong == []


@pytest.mark.parametrize("name", ["hostile", "index-hostile"])
def test_a_hostile_title_is_a_title(visits: Visits, made: MadePages, name: str) -> None:
    page = visits.open(made.uri(name))
    if name == "hostile":
        assert page.title() == f"Taalscan van {ALL}"
        assert page.get_by_role("heading", level=1).inner_text() == ALL
    else:
        assert page.locator("tbody th").first.inner_text().startswith(ALL)


def test_a_hostile_entry_stays_text_in_its_card(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("hostile"), FREE)
    open_card(page)
    assert ALL in page.get_by_role("dialog").inner_text()
    assert probe(page, "intruders") == []


def test_links_of_a_hostile_index_lead_to_files(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index-hostile"))
    links = page.locator("tbody a").evaluate_all("links => links.map(link => link.protocol)")
    assert links
    assert set(links) == {"file:"}
