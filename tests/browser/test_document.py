"""A reader filters, steps, jumps, follows deep links and copies in the report of a document."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import DESKTOP, PHONE, Look, Visits, probe
from tests.browser.made_pages import MadePages
from tests.browser.reading import (
    card,
    filter_box,
    highlight,
    marked,
    open_card,
    status,
    tools,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def page(visits: Visits, made: MadePages) -> Page:
    return visits.open(made.uri("note"))


def test_a_filter_takes_the_highlights_of_an_axis_away_and_gives_them_back(page: Page) -> None:
    all_of_them = marked(page)
    assert "wederkerig" in all_of_them
    filter_box(page, "relationeel").uncheck()
    assert set(all_of_them) - set(marked(page)) >= {"wederkerig", "vertrouwen"}
    assert "klant" in marked(page)
    filter_box(page, "relationeel").check()
    assert marked(page) == all_of_them


def test_filters_part_what_counts_from_what_does_not(page: Page) -> None:
    all_of_them = marked(page)
    filter_box(page, "geteld").uncheck()
    rest = marked(page)
    assert "marktwerking" in rest
    filter_box(page, "geteld").check()
    for status_name in ("letterlijk", "ontkend", "afgewezen", "van een ander", "wet", "leus"):
        box = filter_box(page, status_name)
        if box.count():
            box.uncheck()
    assert "marktwerking" not in marked(page)
    assert len(marked(page)) + len(rest) == len(all_of_them)


def test_steps_go_round_through_what_the_filters_leave(page: Page) -> None:
    for axis in ("marktgericht", "relationeel", "divergerend"):
        filter_box(page, axis).uncheck()
    total = len(marked(page))
    assert total > 2
    tools(page).get_by_role("button", name="Volgende").click()
    assert status(page) == f"Markering 1 van {total}"
    tools(page).get_by_role("button", name="Vorige").click()
    assert status(page) == f"Markering {total} van {total}"


def test_keys_step_forward_and_back_and_bring_the_highlight_into_view(page: Page) -> None:
    total = len(marked(page))
    page.keyboard.press("p")
    assert status(page) == f"Markering {total} van {total}"
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert status(page) == f"Markering 2 van {total}"
    assert page.evaluate("document.activeElement.closest('#text a') !== null")
    assert probe(page, "inView", "a:focus")


def test_keys_can_be_turned_off(page: Page) -> None:
    filter_box(page, "toetsen N en P").uncheck()
    page.keyboard.press("n")
    assert status(page) == ""


@pytest.mark.parametrize("look", [DESKTOP, PHONE])
def test_a_link_of_the_contents_lands_at_its_part_also_where_motion_is_welcome(
    visits: Visits, made: MadePages, look: Look
) -> None:
    page = visits.open(made.uri("draft"), replace(look, motion="no-preference"))
    contents = page.get_by_role("navigation", name="In dit verslag")
    for name in ("Zo is het gemaakt", "De gevonden woorden"):
        page.evaluate("scrollTo(0, 0)")
        contents.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name, level=2)).to_be_in_viewport()


def test_a_card_tells_axis_reason_question_and_source(page: Page) -> None:
    highlight(page, "marktwerking").click()
    told = card(page).inner_text()
    assert "marktwerking" in told
    assert "niet" in told
    card(page).get_by_role("button", name="Sluiten").click()
    expect(card(page)).to_be_hidden()


def test_a_card_follows_the_steps(page: Page) -> None:
    open_card(page)
    first = card(page).inner_text()
    tools(page).get_by_role("button", name="Volgende").click()
    assert card(page).inner_text() != first


@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_strip_jumps_to_its_place(visits: Visits, made: MadePages, look: Look) -> None:
    page = visits.open(made.uri("draft"), look)
    place = page.locator("#where ol").first.get_by_role("link").last
    target = str(place.get_attribute("href"))
    place.click()
    expect(page.locator(target)).to_be_in_viewport()
    assert probe(page, "inView", ":target")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_deep_link_shows_its_passage(visits: Visits, made: MadePages, *, script: bool) -> None:
    page = visits.open(f"{made.uri('draft')}#p30", Look(script=script))
    expect(page.locator("#p30")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_deep_link_unfolds_what_holds_it(
    visits: Visits, made: MadePages, *, script: bool
) -> None:
    page = visits.open(f"{made.uri('note')}#u7", Look(script=script))
    expect(page.locator("#u7")).to_be_in_viewport()


def test_a_citation_is_copied_with_its_source(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.bring_to_front()
    quotation = page.locator("#weightiest blockquote").first.inner_text()
    page.locator("#weightiest").get_by_role("button", name="Kopieer citaat").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert quotation in copied
    assert "(Ondersteuning dichtbij, passage 4, p. 1)" in copied
