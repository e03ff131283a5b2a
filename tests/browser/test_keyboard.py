"""The keyboard reaches everything, in the order of reading, and always shows where it is."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.browsing import DESKTOP, PHONE, Look, Visits, probe
from tests.browser.made_pages import MadePages
from tests.browser.reading import (
    card,
    highlight,
    open_card,
    open_filter,
    settle,
    unfold_all,
)

pytestmark = pytest.mark.slow

PAGES = ["note", "index", "versions", "groups"]
TWO_FRAMES = "new Promise(on => requestAnimationFrame(() => requestAnimationFrame(on)))"
LOOKS = {"desktop": DESKTOP, "phone": PHONE}


def walk(page: Page, key: str, stops: int) -> list[dict[str, Any]]:
    """Press a key until the focus leaves the page, and return where it was."""
    been: list[dict[str, Any]] = []
    for _ in range(stops + 5):
        page.keyboard.press(key)
        at = probe(page, "focus")
        if at is None:
            return been
        if not at["seen"]:  # what came into view may still be laid out
            page.evaluate(TWO_FRAMES)
            at = probe(page, "focus")
        been.append(at)
    pytest.fail(f"the focus does not leave the page: {been[-1]}")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_in_order_and_shows_it(
    visits: Visits, made: MadePages, name: str, look: str
) -> None:
    page = visits.open(made.uri(name), LOOKS[look])
    unfold_all(page)
    stops = probe(page, "number")
    been = walk(page, "Tab", len(stops))
    assert [at["told"] for at in been if at["stop"] < 0] == [], "stops that nobody expects"
    assert [at["stop"] for at in been] == list(range(len(stops)))
    assert [at["told"] for at in been if at["ring"] < 2] == [], "no ring around the focus"
    assert [at["told"] for at in been if at["contrast"] < 3] == [], "a ring too faint"
    assert [at["told"] for at in been if not at["seen"]] == [], "the focus is hidden"


def test_going_back_is_the_same_way_and_hides_nothing_under_the_bar(
    visits: Visits, made: MadePages
) -> None:
    page = visits.open(made.uri("note"))
    stops = probe(page, "number")
    page.locator("[data-stop]").last.focus()
    been = walk(page, "Shift+Tab", len(stops))
    assert [at["stop"] for at in been] == list(range(len(stops) - 1))[::-1]
    assert [at["told"] for at in been if not at["seen"]] == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_what_comes_next_stands_below_or_to_the_right(
    visits: Visits, made: MadePages, name: str, look: str
) -> None:
    page = visits.open(made.uri(name), replace(LOOKS[look], policy=False))
    settle(page)
    stops = probe(page, "number")[1:]  # the first, to skip to the content, stands aside
    back = [
        f"{own['told']} then {after['told']}"
        for own, after in pairwise(stops)
        if after["top"] < own["top"] - 12 and after["left"] < own["right"] - 12
    ]
    assert back == []


@pytest.mark.parametrize("selector", ["a[href='#profile']", "summary", ".copy", "[type=checkbox]"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pixels_around_a_focused_part_change(
    visits: Visits, made: MadePages, selector: str, scheme: str
) -> None:
    look = Look(scheme="dark") if scheme == "dark" else DESKTOP
    page = visits.open(made.uri("note"), look)
    if selector == "[type=checkbox]":
        open_filter(page)
    part = page.locator(selector).first
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box is not None
    around = FloatRect(
        x=box["x"] - 6, y=box["y"] - 6, width=box["width"] + 12, height=box["height"] + 12
    )
    before = page.screenshot(clip=around)
    page.keyboard.press("Shift")  # so that the browser knows of a keyboard
    part.focus()
    assert page.screenshot(clip=around) != before


def test_the_first_tab_skips_to_the_content(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("note"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_card_takes_the_focus_and_gives_it_back(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("note"))
    mark = highlight(page, "besparen")
    mark.focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    expect(card(page).get_by_role("button", name="Sluiten")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(mark).to_be_focused()


def test_the_focus_can_leave_an_open_card(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("note"))
    open_card(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('dialog') !== null"):
            return
    pytest.fail("the card holds the focus")
