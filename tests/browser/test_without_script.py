"""A page is complete without its script: all can be read, opened and followed."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from taalscan.model import BlockKind
from tests.browser.browsing import DESKTOP, Visits, probe
from tests.browser.made_pages import MadePages
from tests.browser.reading import card, settle, tools, unfold_all

pytestmark = pytest.mark.slow

NEEDS_SCRIPT = ".tools, .copy, .mark-form, .save, .drop, .copy-marks"
BARE = replace(DESKTOP, script=False)


def words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", text).split()


@pytest.mark.parametrize("name", ["draft", "note"])
def test_the_whole_text_can_be_read(visits: Visits, made: MadePages, name: str) -> None:
    page = visits.open(made.uri(name), replace(BARE, policy=False))
    unfold_all(page)
    settle(page)
    document = made.scans[name].document
    seen = " ".join(words(str(probe(page, "visibleText", ".text .b"))))
    missing = [
        block.span.cut(document.text)
        for block in document.blocks
        if block.kind is not BlockKind.BOILERPLATE
        and " ".join(words(block.span.cut(document.text))) not in seen
    ]
    assert missing == []


@pytest.mark.parametrize("name", ["draft", "note"])
def test_only_what_needs_the_script_is_hidden(visits: Visits, made: MadePages, name: str) -> None:
    page = visits.open(made.uri(name), BARE)
    expect(tools(page)).to_be_hidden()
    expect(card(page)).to_be_hidden()
    hidden = page.locator("[hidden]").evaluate_all(
        "(parts, needed) => parts.filter(part => !part.matches(needed)).length", NEEDS_SCRIPT
    )
    assert hidden == 0
    apart = page.locator(
        ".tools *, .card *, .copy, .tools, .mark-form *, .save *, .drop, title, svg *"
    )
    apart.evaluate_all("parts => parts.forEach(part => part.replaceChildren())")
    assert probe(page, "hiddenText") == []


def test_every_link_inside_the_page_leads_somewhere(visits: Visits, made: MadePages) -> None:
    for name in ("draft", "note", "memo", "versions", "groups", "index"):
        page = visits.open(made.uri(name), BARE)
        assert probe(page, "deadLinks") == []


def test_a_note_opens_and_leads_to_its_entry(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("note"), BARE)
    note = page.locator(".text details").filter(has_text="klant").first
    note.locator("summary").click()
    note.get_by_role("listitem").first.get_by_role("link").click()
    entry = page.locator("article:target")
    expect(entry).to_be_in_viewport()
    entry.get_by_role("link").first.click()
    assert probe(page, "inView", ":target")


def test_a_highlight_leads_to_its_note(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("note"), BARE)
    page.locator("#text").get_by_role("link", name="klant").first.click()
    expect(page.locator("li:target")).to_be_in_viewport()


def test_an_index_shows_all_its_rows(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("index"), BARE)
    for name in made.scans:
        expect(
            page.get_by_role("link", name=made.scans[name].document.source.name, exact=True)
        ).to_be_visible()
