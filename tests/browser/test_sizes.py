"""Pages keep to their window, their boxes and the size of a finger."""

import pytest

from tests.browser.browsing import FREE, FREE_PHONE, Look, Visits, probe
from tests.browser.made_pages import MadePages
from tests.browser.reading import add_style, open_card, settle, unfold_all

pytestmark = pytest.mark.slow

DOCUMENTS = ["draft", "plan", "note", "memo"]
PAGES = [*DOCUMENTS, "index", "versions", "groups", "evaluation", "concordance"]
NARROW = Look(width=320, height=640, policy=False)
TWICE = Look(width=640, height=450, density=2, policy=False)
"""A window of 1280 pixels at 200 %."""
DENSE = ".strip a, .strip-plot a"
"""Drawings whose places are what they tell: 2.5.8 excepts these; tables hold the same links."""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 1.4.12."""


@pytest.mark.parametrize("look", [FREE, FREE_PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_targets_have_the_size_of_a_finger_or_room_around_them(
    visits: Visits, made: MadePages, name: str, look: Look
) -> None:
    page = visits.open(made.uri(name), look)
    unfold_all(page)
    settle(page)
    assert probe(page, "tooSmall", DENSE) == []
    if name in DOCUMENTS:
        open_card(page)
        assert probe(page, "tooSmall", DENSE) == []


@pytest.mark.parametrize("look", [NARROW, FREE_PHONE, TWICE], ids=["320px", "phone", "twice"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_of_a_narrow_window(
    visits: Visits, made: MadePages, name: str, look: Look
) -> None:
    page = visits.open(made.uri(name), look)
    unfold_all(page)
    settle(page)
    if name in DOCUMENTS:
        open_card(page)
    assert probe(page, "tooWide") == []
    assert probe(page, "cutOff") == []


@pytest.mark.parametrize("look", [FREE, FREE_PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_wider_text_is_not_cut_off(visits: Visits, made: MadePages, name: str, look: Look) -> None:
    page = visits.open(made.uri(name), look)
    unfold_all(page)
    settle(page)
    add_style(page, SPACED)
    assert probe(page, "tooWide") == []
    assert probe(page, "cutOff") == []
