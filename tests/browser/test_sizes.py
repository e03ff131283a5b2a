"""Pages keep to their window, their boxes and the size of a finger."""

import pytest

from tests.browser.browsing import FREE, FREE_PHONE, Look, Visits, probe
from tests.browser.made_pages import MadePages
from tests.browser.reading import add_style, open_card, open_filter, settle, unfold_all

pytestmark = pytest.mark.slow

DOCUMENTS = ["draft", "plan", "note"]
PAGES = [*DOCUMENTS, "index", "versions", "groups", "evaluation", "concordance"]
LOOKS = {
    "desktop": FREE,
    "phone": FREE_PHONE,
    "320px": Look(width=320, height=640, policy=False),
    "twice": Look(width=640, height=450, density=2, policy=False),
}
"""`twice` is a window of 1280 pixels at 200 %."""
DENSE = ".strip a, .strip-plot a"
"""Drawings whose places are what they tell: 2.5.8 excepts these; tables hold the same links."""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 1.4.12."""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_all_fits_its_window_and_boxes_and_has_the_size_of_a_finger(
    visits: Visits, made: MadePages, name: str, look: str
) -> None:
    page = visits.open(made.uri(name), LOOKS[look])
    unfold_all(page)
    settle(page)
    if name in DOCUMENTS:
        open_card(page)
    assert probe(page, "tooSmall", DENSE) == [], "targets under 24 pixels without room"
    assert probe(page, "tooWide") == []
    assert probe(page, "cutOff") == []
    if name in DOCUMENTS:
        page.keyboard.press("Escape")
        open_filter(page)
        assert probe(page, "tooSmall", DENSE) == [], "targets of the filter"
        assert probe(page, "tooWide") == [], "with the filter open"
    add_style(page, SPACED)
    assert probe(page, "tooWide") == [], "with wider text"
    assert probe(page, "cutOff") == [], "with wider text"
